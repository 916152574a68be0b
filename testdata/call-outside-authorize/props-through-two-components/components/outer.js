Component({
  props: { onChoose: null },
  methods: {
    picked(data) {
      if (this.props.onChoose) this.props.onChoose(data);
    },
  },
});
