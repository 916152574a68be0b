Component({
  props: { onUser() {} },
  methods: {
    onUser() {
      my.getOpenUserInfo({ //~ unused-user-info
        success: () => this.props.onUser(),
        fail: () => this.onRefused(),
      });
    },
    onRefused() {
      my.showToast({ content: '请授权后使用' });
    },
  },
});
