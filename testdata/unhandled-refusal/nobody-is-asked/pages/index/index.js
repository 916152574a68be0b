Page({
  onPhone() {
    my.getPhoneNumber({ //~ unhandled-refusal
      success: (res) => this.send(res.response),
    });
  },

  // Nothing binds or calls it any more.
  onPhoneBefore() {
    my.getPhoneNumber({ //~ unreached-call
      success: (res) => this.send(res.response),
    });
  },

  send(response) {
    my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
  },

  about() {
    my.alert({ content: '关于我们' });
  },

  onRefused() {
    my.showToast({ content: '可以手动填写手机号' });
  },
});
