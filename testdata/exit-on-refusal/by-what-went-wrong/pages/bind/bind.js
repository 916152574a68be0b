Page({
  data: { mobile: '', can: my.canIUse('button.open-type.getAuthorize') },

  onPhone() {
    my.getPhoneNumber({
      success: ({ response }) => {
        my.request({
          url: 'https://api.example.com/bind',
          method: 'POST',
          data: { response },
          success: ({ data }) => this.setData({ mobile: data.mobile }),
          fail: () => this.onFail('fatal'),
        });
      },
      fail: () => this.onFail('refused'),
    });
  },

  onRefused() {
    this.onFail('refused');
  },

  onFail(kind) {
    if (kind === 'fatal') {
      my.exitMiniProgram();
      return;
    }
    my.showToast({ content: '请手动填写手机号' });
  },

  onClosed() {
    this.leave('refused');
  },

  leave(kind) {
    switch (kind) {
      case 'refused':
        my.exitMiniProgram(); //~ exit-on-refusal
        break;
      default:
        my.showToast({ content: '请手动填写手机号' });
    }
  },
});
