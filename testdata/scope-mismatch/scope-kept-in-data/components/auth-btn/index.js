Component({
  props: { scope: 'userInfo' },
  methods: {
    onAuth(e) { this.props.onOk(e); },
    onFail(e) { this.props.onKo(e); },
  },
});
