const showdown = require('../../wxParse/showdown')

Page({
  data: { html: '', phone: '', canIUse: my.canIUse('button.open-type.getAuthorize') },

  onLoad() {
    this.setData({ html: showdown.makeHtml('# 欢迎') });
  },

  getPhone() {
    my.getPhoneNumber({
      success: ({ response }) => {
        my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
      },
      fail: () => my.showToast({ content: '可以手动填写手机号' }),
    });
  },

  onAuthError(e) { //~ empty-on-error
    new Promise((resolve) => resolve(e)).then(() => console.warn('手机号授权失败', e));
  },
});
