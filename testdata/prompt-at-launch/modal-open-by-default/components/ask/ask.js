Component({
  props: { visible: true },
  data: { done: false },
  methods: {
    ok(e) { this.setData({ done: true }); this.props.onOk(e); },
    no() { my.showToast({ content: 'Puede escribirlo a mano' }); },
  },
});
