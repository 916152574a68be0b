Component({
  props: {
    onEntrar() {
      my.getAuthCode({ //~ prompt-at-launch: auth_user
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
