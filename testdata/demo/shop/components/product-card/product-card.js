Component({
  props: {
    product: {},
    onOpen: () => {},
  },

  methods: {
    open() {
      this.props.onOpen(this.props.product.id);
    },
  },
});
