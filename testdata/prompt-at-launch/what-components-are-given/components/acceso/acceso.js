Component({
  props: { alcance: 'auth_base' },

  didMount() {
    const { alcance } = this.props;
    my.getAuthCode({ //~ prompt-at-launch: auth_user
      scopes: alcance,
      success: ({ authCode }) => my.request({ url: 'https://api.tienda.example.com/entrar', data: { authCode } }),
      fail: () => my.showToast({ content: 'Puede entrar más tarde' }),
    });
  },
});
