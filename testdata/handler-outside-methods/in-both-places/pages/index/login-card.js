Component({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize'), done: false },

  onRefused() {},

  methods: {
    onUser() {
      this.setData({ done: true });
    },

    onRefused() {
      my.showToast({ content: '也可以手动填写' });
    },
  },
});
