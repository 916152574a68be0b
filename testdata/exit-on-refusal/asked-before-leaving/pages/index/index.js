Page({
  login() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: () => my.navigateBackMiniProgram({ extraData: { ok: true } }),
      fail: () => {
        my.confirm({
          title: '未授权，是否退出？',
          success: (res) => {
            if (res.confirm) this.leave();
          },
        });
      },
    });
  },

  answer() {
    my.getAuthCode({
      scopes: 'auth_user',
      complete: (res) => {
        if (res.authCode) this.leave();
        else my.showToast({ content: '未授权，可以手动填写' });
      },
    });
  },

  leave() {
    my.navigateBackMiniProgram({});
  },
});
