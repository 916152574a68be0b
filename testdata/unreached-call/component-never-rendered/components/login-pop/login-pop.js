Component({
  didMount() {
    this.bind();
  },
  methods: {
    bind() {
      my.getPhoneNumber({ //~ unreached-call
        success: (res) => my.request({ url: 'https://shop.example.cn/phone', data: { text: res.response } }),
        fail: () => my.showToast({ content: '请手动填写手机号' }),
      });
    },
  },
});
