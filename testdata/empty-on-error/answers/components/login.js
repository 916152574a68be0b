Component({
  props: { onFail: () => {} },
  data: {
    canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
  },
  methods: {
    agreed() {
      my.showToast({ content: '谢谢' });
    },

    refused() {
      this.props.onFail();
    },
  },
});
