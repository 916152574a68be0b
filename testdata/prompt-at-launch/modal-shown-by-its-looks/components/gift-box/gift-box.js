Component({
  props: { show: false, onClose() {} },
  methods: {
    close() { this.props.onClose(); },
  },
});
