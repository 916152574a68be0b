const sure = (title) => new Promise((resolve, reject) => {
  my.confirm({
    title,
    success: (res) => {
      if (res.confirm) resolve();
      else reject(new Error('no'));
    },
  });
});

Page({
  masuk() {
    my.getAuthCode({
      scopes: 'auth_user',
      fail: async () => {
        try {
          await sure('要离开吗？');
          my.exitMiniProgram();
        } catch (error) {
          my.showToast({ content: '继续浏览' });
        }
      },
    });
  },

  otra() {
    my.getAuthCode({ scopes: 'auth_user', fail: () => this.preguntar() });
  },

  async preguntar() {
    await sure('¿Probar otra vez?');
    this.otra();
  },

  // Sale diga lo que diga.
  salir() {
    my.getAuthCode({
      scopes: 'auth_user',
      fail: async () => {
        try {
          await sure('¿Salir?');
        } catch (error) {
          console.log(error);
        }
        my.exitMiniProgram(); //~ exit-on-refusal
      },
    });
  },
});
