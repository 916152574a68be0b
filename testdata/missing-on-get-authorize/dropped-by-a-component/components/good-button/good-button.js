Component({
  props: { openType: '', scope: '' },
  methods: {
    agree(e) {
      const { onGetAuthorize } = this.props;
      if (onGetAuthorize) onGetAuthorize(e);
    },
    refuse(e) {
      this.call('onError', e);
    },
    call(name, e) {
      const handler = this.props[name];
      if (handler) handler(e);
    },
  },
});
