Page({
  data: { nickName: '' },

  login() {
    my.getAuthCode({
      scopes: ['auth_user'],
      success: () => {
        my.getAuthUserInfo({ //~ deprecated-get-auth-user-info
          success: ({ nickName }) => this.setData({ nickName }),
        });
      },
      fail: () => my.showToast({ content: '可以先浏览' }),
    });
  },
});
