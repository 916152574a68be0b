Component({
  props: { openType: '' },

  methods: {
    onTap(e) {
      this.props.onTap && this.props.onTap(e);
    },

    onGetAuthorize(e) {
      this.props.onGetAuthorize && this.props.onGetAuthorize(e);
    },

    onError(e) {
      this.props.onError && this.props.onError(e);
    },
  },
});
