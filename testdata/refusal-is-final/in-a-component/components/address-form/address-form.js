Component({
  data: { byHand: false, ready: my.canIUse('button.open-type.getAuthorize') },

  methods: {
    fill() {
      my.navigateBack();
    },

    write() {
      this.setData({ byHand: true });
    },
  },
});
