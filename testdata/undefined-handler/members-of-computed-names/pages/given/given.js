import actions from 'shop-auth';

Page({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize'), nickName: '' },

  onLoad() {
    Object.assign(this, actions);
  },

  onUser() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '可以手动填写' }),
    });
  },
});
