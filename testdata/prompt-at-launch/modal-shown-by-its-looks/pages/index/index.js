Page({
  data: { nombre: '', tema: 'oscuro', clase: '', alto: false, opened: true, later: false, canIUse: my.canIUse('button.open-type.getAuthorize') },

  onLoad() {
    my.getSystemInfo({ success: ({ screenHeight }) => this.setData({ alto: screenHeight > 780 }) });
  },

  guardar(ref) {
    this.aviso = ref;
  },

  onReady() {
    this.aviso.show();
  },

  abrir() {
    this.setData({ later: true, clase: 'modal-abierto' });
  },

  close() {
    this.setData({ opened: false, later: false });
  },

  onUser() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nombre: user.nickName });
      },
      fail: () => this.onAuthError(),
    });
  },

  onAuthError() {
    my.showToast({ content: 'Puede seguir sin registrarse' });
  },
});
