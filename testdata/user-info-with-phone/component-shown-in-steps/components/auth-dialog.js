Component({
  props: { step: '', can: false },

  methods: {
    user(e) {
      this.props.onUser(e);
    },

    phone(e) {
      this.props.onPhone(e);
    },

    refused(e) {
      this.props.onRefused(e);
    },
  },
});
