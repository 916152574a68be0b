Component({
  methods: {
    agree() {
      this.setData({ listo: true });
    },
    refuse(e) {
      this.props.onRefuse(e);
    },
  },
});
