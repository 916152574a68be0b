Page({
  data: { phone: '', canIUseAuthButton: my.canIUse('button.open-type.getAuthorize') },

  onPhone() {
    my.askPhone((res) => this.setData({ phone: res.data.phone }));
  },

  onRefused() {
    my.showToast({ content: '请手动填写手机号' });
  },

  open() {
    my.navigateTo({ url: '/pages/mine/mine' });
  },
});
