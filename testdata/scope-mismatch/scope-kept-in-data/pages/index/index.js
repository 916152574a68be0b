Page({
  data: { can: my.canIUse('button.open-type.getAuthorize'), scope: 'userInfo' },

  onLoad({ scope }) {
    this.setData({ scope });
  },

  onPhone() {
    my.getPhoneNumber({ //~ scope-mismatch
      success: ({ response }) => {
        my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
      },
      fail: () => this.onRefused(),
    });
  },

  onOther() {
    my.getPhoneNumber({
      success: ({ response }) => {
        my.request({ url: 'https://api.example.com/coupon', method: 'POST', data: { response } });
      },
      fail: () => this.onRefused(),
    });
  },

  onInput(e) {
    this.setData({ phone: e.detail.value });
  },

  onRefused() {
    my.showToast({ content: '可以手动填写手机号' });
  },
});
