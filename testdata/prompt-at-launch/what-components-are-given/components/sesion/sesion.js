Component({
  props: {
    onEntrar() {
      my.getAuthCode({
        scopes: 'auth_user',
        success: ({ authCode }) => my.request({ url: 'https://api.tienda.example.com/entrar', data: { authCode } }),
        fail: () => my.showToast({ content: 'Puede entrar más tarde' }),
      });
    },
  },

  didMount() {
    this.props.onEntrar();
  },
});
