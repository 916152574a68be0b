Component({
  props: { openType: '', scope: '' },
  methods: {
    agree(e) {
      const { onAuthorize } = this.props;
      if (onAuthorize) onAuthorize(e);
    },
    refuse(e) {
      this.props.onRefuse(e);
    },
  },
});
