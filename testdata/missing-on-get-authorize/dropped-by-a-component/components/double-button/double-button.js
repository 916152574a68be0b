Component({
  props: { openType: '', scope: '' },
  methods: {
    agree(e) {
      this.props.onGetAuthorize(e);
    },
    refuse(e) {
      this.props.onError(e);
    },
  },
});
