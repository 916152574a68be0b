Component({
  props: { agreed: false, news: false, onAgree() {}, onNews() {} },
  methods: {
    onChange(value) {
      this.props.onAgree(value);
    },
    onNews(value) {
      this.props.onNews(value);
    },
  },
});
