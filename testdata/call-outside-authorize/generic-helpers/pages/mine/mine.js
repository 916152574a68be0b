import { request, run, later } from '../../utils/request';

Page({
  data: {
    nickName: '',
    points: 0,
    canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
  },

  onLoad() {
    request({
      url: 'points',
      success: (points) => this.setData({ points }),
      fail: () => my.showToast({ content: '网络异常' }),
    });
    run((points) => this.setData({ points }), 0);
    later(() => this.setData({ points: 1 }));
  },

  onGetAuthorize() {
    request({
      url: 'session',
      success: () => run(() => this.read()),
      fail: () => this.onAuthError(),
    });
    later(() => this.read());
  },

  read() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },

  onAuthError() {
    my.showToast({ content: '没有授权也可以手动填写' });
  },

  onInput(e) {
    this.setData({ nickName: e.detail.value });
  },
});
