Component({
  methods: {
    onOk(e) { this.props.onSuccess(e); },
    onFail(e) { this.props.onFail(e); },
  },
});
