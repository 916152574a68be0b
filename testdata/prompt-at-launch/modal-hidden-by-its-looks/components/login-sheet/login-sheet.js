Component({
  data: { opened: false },
  methods: {
    show() { this.setData({ opened: true }); },
    hide() { this.setData({ opened: false }); },
  },
});
