Component({
  methods: {
    tapped(e) {
      const { onPick } = this.props;
      onPick?.(e.currentTarget.dataset);
    },
  },
});
