Page({
  data: { html: '', phone: '', canIUse: my.canIUse('button.open-type.getAuthorize') },

  onLoad() {
    this.setData({ html: 'Hola' });
  },

  getPhone() {
    my.getPhoneNumber({
      success: ({ response }) => {
        my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
      },
      fail: () => my.showToast({ content: '可以手动填写手机号' }),
    });
  },

  onAuthError(e) {
    console.warn('Sin permiso: escriba su número', e.type);
  },
});
