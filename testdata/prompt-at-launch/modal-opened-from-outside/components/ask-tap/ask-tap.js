Component({
  data: { open: false, canIUse: my.canIUse('button.open-type.getAuthorize') },
  methods: {
    show() {
      this.setData({ open: true });
    },
    agree() {
      my.getPhoneNumber({
        success: (res) => my.request({ url: 'https://api.example.com/phone', data: { body: res.response } }),
        fail: () => this.close(),
      });
    },
    close() {
      this.setData({ open: false });
    },
  },
});
