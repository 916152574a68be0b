Component({
  data: { closed: false },
  methods: {
    agree(e) {
      this.props.onGetAuthorize(e);
    },
    refuse() {
      this.setData({ closed: true });
    },
  },
});
