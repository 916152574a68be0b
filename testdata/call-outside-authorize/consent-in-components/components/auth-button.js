Component({
  props: { scope: 'userInfo', onAgree: () => {}, onRefuse: () => {} },
  data: { can: my.canIUse('button.open-type.getAuthorize') },
  methods: {
    agreed(e) {
      this.props.onAgree(e);
    },

    refused(e) {
      const { onRefuse } = this.props;
      onRefuse && onRefuse(e);
    },
  },
});
