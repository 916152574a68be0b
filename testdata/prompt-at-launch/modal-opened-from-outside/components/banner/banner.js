Component({
  didMount() {
    this.$page.member();
  },
});
