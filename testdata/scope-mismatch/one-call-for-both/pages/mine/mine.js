Page({
  data: { nickName: '', can: my.canIUse('button.open-type.getAuthorize') },

  // Both buttons run it, and one of them has asked for something else.
  onOk() {
    my.getPhoneNumber({ //~ scope-mismatch
      success: ({ response }) => this.send(response),
      fail: () => this.onNo(),
    });
  },

  onKind(e) {
    if (e.target.dataset.kind !== 'phone') {
      my.navigateTo({ url: '/pages/index/index' });
      return;
    }
    my.getPhoneNumber({
      success: ({ response }) => this.send(response),
      fail: () => this.onNo(),
    });
  },

  onName() {
    this.name();
    this.bind();
  },

  onBind() {
    this.bind();
  },

  name() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => this.onNo(),
    });
  },

  bind() {
    this.setData({ bound: true });
  },

  send(response) {
    my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
  },

  onNo() {
    my.showToast({ content: '可以手动填写' });
  },
});
