Component({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize'), done: false },

  methods: {
    onUser() {
      this.setData({ done: true });
    },
  },
});
