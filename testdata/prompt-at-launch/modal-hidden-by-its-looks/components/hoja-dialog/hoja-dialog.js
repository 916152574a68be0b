Component({
  props: { visible: false, onClose() {} },
  methods: {
    alCerrar() {
      this.props.onClose();
    },
  },
});
