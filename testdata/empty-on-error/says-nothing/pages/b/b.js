import { warn } from '../../utils/log';

Page({
  data: {
    nickName: '',
    canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
  },

  onGetAuthorize() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },

  rechazo: function (e) { //~ empty-on-error: offers nothing
    my.hideLoading();
    warn('rechazado', e);
    if (e.detail) return false;
    this.nada(e);
  },

  nada(e) {
    console.log(JSON.stringify(e));
  },

  onInput(e) {
    this.setData({ nickName: e.detail.value });
  },
});
