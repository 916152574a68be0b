Component({
  props: { openType: '', scope: '', onGetAuthorize() {}, onError() {} },
  methods: {
    onGetAuthorize(e) {
      // 忘了通知页面
      console.log('authorized', e.type);
      this.setData({ done: true });
    },
    onError(e) {
      this.props.onError(e);
    },
  },
});
