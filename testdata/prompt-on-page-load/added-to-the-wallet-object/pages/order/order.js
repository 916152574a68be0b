Page({
  data: { count: 0, sign: '' },

  ask() {
    my.paySignCenter({
      signStr: this.data.sign,
      success: () => {
        my.getPhoneNumber({ //~ call-outside-authorize: from the handler `onTap`
          success: (res) => my.request({ url: 'https://api.example.com/phone', data: { body: res.response } }),
          fail: () => my.showToast({ content: 'Escriba su número' }),
        });
      },
    });
  },

  vouchers() {
    my.openVoucherList({
      success: () => {
        my.getPhoneNumber({ //~ call-outside-authorize: from the handler `onTap`
          success: (res) => my.request({ url: 'https://api.example.com/phone', data: { body: res.response } }),
          fail: () => my.showToast({ content: 'Escriba su número' }),
        });
      },
    });
  },
});
