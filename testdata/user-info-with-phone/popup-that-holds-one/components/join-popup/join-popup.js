Component({
  methods: {
    close() {
      this.props.onClose();
    },

    phone(e) {
      this.props.onPhone(e);
    },

    refused(e) {
      this.props.onRefused(e);
    },
  },
});
