Component({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize'), done: false },

  methods: {
    onUser() {
      this.setData({ done: true });
    },

    onAuthError() {
      my.showToast({ content: '未获得授权，可稍后重试' });
    },
  },
});
