Component({
  data: { abierto: false },
  methods: {
    show() {
      this.setData({ abierto: true });
    },
    hide() {
      this.setData({ abierto: false });
    },
  },
});
