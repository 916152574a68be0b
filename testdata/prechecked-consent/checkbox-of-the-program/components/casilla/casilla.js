Component({
  props: { checked: false, label: '', onChange() {} },
  methods: {
    alCambiar(e) {
      this.props.onChange(e.detail.value);
    },
  },
});
