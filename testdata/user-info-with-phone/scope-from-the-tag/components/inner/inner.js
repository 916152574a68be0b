Component({
  props: { scope: 'userInfo' },
  methods: {
    ok(e) { this.props.onSuccess(e); },
    no() { my.showToast({ content: 'Puede escribirlo a mano' }); },
  },
});
