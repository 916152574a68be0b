Component({
  props: { onPhone() {}, onRefused() {} },
  methods: {
    onPhone() {
      my.getPhoneNumber({
        success: (res) => this.props.onPhone(res.response),
        fail: () => this.props.onRefused(),
      });
    },
    onRefused() {
      this.props.onRefused();
    },
  },
});
