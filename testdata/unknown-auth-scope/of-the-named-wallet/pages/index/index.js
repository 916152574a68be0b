Page({
  login() {
    my.getAuthCode({
      scopes: ['User_Base_Info'],
      success: ({ authCode }) => {
        my.request({ url: 'https://api.example.com/login', method: 'POST', data: { authCode } });
      },
      fail: () => my.showToast({ content: 'Puede seguir sin entrar' }),
    });
  },
});
