Component({
  props: { openType: '', scope: '' },

  methods: {
    tap(e) { if (this.props.onTap) this.props.onTap(e); },
    agreed(e) { if (this.props.onGetAuthorize) this.props.onGetAuthorize(e); },
    refused(e) { if (this.props.onError) this.props.onError(e); },
  },
});
