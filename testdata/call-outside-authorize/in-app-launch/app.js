App({
  globalData: { user: null },
  onLaunch(options) {
    my.getOpenUserInfo({
      //~^ call-outside-authorize: from `App.onLaunch`
      //~^^ prompt-at-launch: from `App.onLaunch`
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.globalData.user = { name: user.nickName, avatar: user.avatar };
      },
      fail: () => {
        my.showToast({ type: 'fail', content: '登录失败' });
      },
    });
  },
});
