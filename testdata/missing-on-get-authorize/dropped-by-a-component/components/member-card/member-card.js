Component({
  methods: {
    // La página decide qué hacer
    agree(e) { this.props.onAuthorize(e) },
    refuse(e) { this.props.onRefuse(e) },
  },
});
