// The host itself knows no such hooks.
Page({
  data: { phone: '' },

  mounted() {
    my.getPhoneNumber({ //~ unreached-call
      success: ({ response }) => my.request({ url: 'https://api.example.com/phone', data: { response } }),
      fail: () => my.showToast({ content: '可以手动填写' }),
    });
  },
});
