Component({
  props: { openType: '', scope: '' },
  methods: {
    onAuth(e) {
      this.props.onGetAuthorize && this.props.onGetAuthorize(e);
    },
    onFail(e) {
      this.props.onError && this.props.onError(e);
    },
  },
});
