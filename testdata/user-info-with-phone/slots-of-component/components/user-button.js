Component({
  methods: {
    user(e) {
      this.props.onUser(e);
    },

    refused(e) {
      this.props.onRefused(e);
    },
  },
});
