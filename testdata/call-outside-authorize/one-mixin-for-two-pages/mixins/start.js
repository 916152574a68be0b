export default Mixin({
  rootEvents: {
    onLoad() {
      this.start();
    },
  },
  methods: {
    start() {
      this.load();
    },
  },
});
