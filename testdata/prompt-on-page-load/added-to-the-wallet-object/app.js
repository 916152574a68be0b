require('./utils/patch');

App({
  onLaunch() {
    // 全局登录方法，页面里直接用 my.userLogin
    my.userLogin = function (scopes) {
      return new Promise((resolve, reject) => {
        my.getAuthCode({ scopes, success: (res) => resolve(res.authCode), fail: reject }); //~ prompt-on-page-load: from `onLoad`
      });
    };

    my.userLogin('auth_base').catch(() => my.showToast({ content: 'Puede seguir como invitado' }));
  },
});
