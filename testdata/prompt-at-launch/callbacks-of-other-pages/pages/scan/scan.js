import bus from '../../utils/bus';

Page({
  // 授权之后才订阅：回调里的调用仍在同意之后
  onPhone() {
    bus.on('launched', () => this.fetch());
  },
  fetch() {
    my.getPhoneNumber({
      success: (res) => my.request({ url: 'https://shop.example.com/phone', data: { response: res.response } }),
      fail: () => my.showToast({ content: '请手动填写' }),
    });
  },
  onRefused() {
    my.showToast({ content: '请手动填写' });
  },
  onSkip() {
    my.navigateBack();
  },
});
