Component({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize') },

  methods: {
    phone(e) {
      if (this.props.onPhone) this.props.onPhone(e);
    },

    refused(e) {
      const { onRefused } = this.props;
      onRefused && onRefused(e);
    },
  },
});
