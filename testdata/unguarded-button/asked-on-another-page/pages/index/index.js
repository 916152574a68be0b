// my.canIUse('button.open-type.getAuthorize') 只写在注释里
Page({
  data: { avatar: '', pay: my.canIUse('button.open-type.getUserInfo') },

  onOk() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ avatar: user.avatar });
      },
      fail: () => this.onNo(),
    });
  },

  onNo() {
    my.showToast({ content: '可以上传自己的头像' });
  },

  toBind() {
    my.navigateTo({ url: '/pages/bind/bind' });
  },
});
