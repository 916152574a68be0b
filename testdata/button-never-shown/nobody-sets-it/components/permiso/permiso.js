Component({
  props: { visible: false, onListo() {}, onNo() {} },
  methods: {
    aceptar() {
      my.getPhoneNumber({
        success: (res) => this.props.onListo(res.response),
        fail: () => this.props.onNo(),
      });
    },
    rechazar() {
      this.props.onNo();
    },
  },
});
