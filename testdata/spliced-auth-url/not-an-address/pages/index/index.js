Page({
  login() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: ({ authCode }) => {
        my.request({ url: 'https://api.example.com/oauth2?code=' + authCode + '&from=publicAppAuthorize' });
      },
    });
  },
});
