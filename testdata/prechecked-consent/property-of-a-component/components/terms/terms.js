Component({
  props: { checked: true },
  methods: { onChange(e) { this.props.onAgree(e); } },
});
