export default Mixin({
  methods: {
    start() {
      this.load();
    },
  },
});
