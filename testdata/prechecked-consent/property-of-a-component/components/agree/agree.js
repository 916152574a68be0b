Component({
  props: { isOn: true, onAgree: () => {} },
  methods: { onChange(e) { this.props.onAgree(e); } },
});
