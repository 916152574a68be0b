Component({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize') },

  methods: {
    phone(e) {
      this.props.onPhone(e);
    },

    refused() {
      my.showToast({ content: '也可以手动输入手机号' });
    },
  },
});
