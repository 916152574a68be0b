Component({
  data: { can: my.canIUse('button.open-type.getAuthorize') },
  methods: {
    onAuthError() {
      my.showToast({ content: 'Not authorized; you can try again later' });
    },

    onOk() {},
  },
});
