Component({
  props: { openType: '', scope: '', onTap() {} },
  methods: {
    onTap(e) {
      this.props.onTap(e);
    },
  },
});
