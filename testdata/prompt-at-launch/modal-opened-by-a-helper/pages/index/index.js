Page({
  data: {
    show: false,
    showLogin: false,
    showMember: false,
    asked: false,
    agreed: false,
    canAuth: my.canIUse('button.open-type.getAuthorize'),
  },

  onLoad() {
    this.toggle(true);
    this.open('showLogin');
    this.check(false);
    // 用户同意之后才弹出
    my.confirm({
      content: '开启会员服务？',
      success: (result) => {
        if (result.confirm) this.setData({ agreed: true });
      },
    });
  },

  toggle(show) {
    this.setData({ show });
  },

  open(key) {
    this.setData({ [key]: true });
  },

  // Solo cuando el usuario lo pide.
  check(force) {
    if (force) this.setData({ asked: true });
  },

  close() {
    this.toggle(false);
  },

  later() {
    this.open('showMember');
    this.check(true);
  },

  ok() {
    my.getPhoneNumber({
      success: (res) => my.request({ url: 'https://api.example.com/phone', data: { body: res.response } }),
      fail: () => my.showToast({ content: '请手动填写手机号' }),
    });
  },

  no() {
    my.showToast({ content: 'Puede escribirlo a mano' });
  },
});
