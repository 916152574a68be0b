Component({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize'), done: false },

  onAuthError() { //~ handler-outside-methods: `onAuthError` stands beside
    my.showToast({ content: '也可以手动填写' });
  },

  methods: {
    onUser() {
      this.setData({ done: true });
    },
  },
});
