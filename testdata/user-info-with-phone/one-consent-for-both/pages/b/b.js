import { readPhone } from '../../utils/user';

Page({
  data: {
    nickName: '',
    canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
  },

  async onGetAuthorize() {
    this.name();
    await this.wait();
    this.phone();
  },

  wait() {
    return new Promise((resolve) => setTimeout(resolve, 100));
  },

  name() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },

  phone() {
    readPhone((response) => my.request({ url: 'https://api.example.com/phone', data: { response } }));
  },

  onAuthError() {
    my.showToast({ content: '没有授权也可以手动填写' });
  },

  onInput(e) {
    this.setData({ nickName: e.detail.value });
  },
});
