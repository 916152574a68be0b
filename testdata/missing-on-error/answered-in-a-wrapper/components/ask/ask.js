Component({
  props: { openType: '', scope: '', onTap() {}, onPhone() {} },
  methods: {
    onTap(e) {
      if (!this.props.openType) this.props.onTap(e);
    },
    onAuth() {
      my.getPhoneNumber({
        success: ({ response }) => this.props.onPhone(response),
        fail: () => this.onFail(),
      });
    },
    onFail() {
      my.showToast({ content: '请手动填写手机号' });
    },
  },
});
