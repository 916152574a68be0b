const FIRST = 0;

Page({
  data: { step: FIRST, count: 0, tab: 2, canAuth: my.canIUse('button.open-type.getAuthorize') },

  // 启动时总是回到第一个标签
  onLoad() {
    this.setData({ tab: 1 });
  },

  next() {
    this.setData({ step: this.data.step + 1, count: 1 });
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
