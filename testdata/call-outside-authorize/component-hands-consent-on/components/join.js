Component({
  props: { onDone: () => {}, onRefuse: () => {} },
  data: {
    step: 0,
    canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
  },
  methods: {
    async agreed() {
      this.setData({ step: 1 });
      await this.session();
      this.props.onDone({ step: 1 });
    },

    session() {
      return new Promise((resolve, reject) => {
        my.getAuthCode({ scopes: 'auth_base', success: resolve, fail: reject });
      });
    },

    refused() {
      this.props.onRefuse();
    },
  },
});
