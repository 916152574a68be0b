Page({
  data: { nick: '' },

  login() {
    my.authorize({
      scopes: 'scope.userInfo',
      success: () => {
        my.getAuthUserInfo({
          success: ({ nickName }) => this.setData({ nick: nickName }),
          fail: () => my.showToast({ content: '可以手动填写' }),
        });
      },
      fail: () => my.showToast({ content: '没有授权也可以浏览' }),
    });
  },
});
