const PERFIL = ['USER_NICKNAME', 'USER_AVATAR'];
const TODO = [
  'USER_GENDER',
  'PLAINTEXT_MOBILE_PHONE', //~ mixed-auth-scopes
];

Page({
  entrar() {
    my.getAuthCode({
      scopes: PERFIL.concat(['PLAINTEXT_MOBILE_PHONE']), //~ mixed-auth-scopes
      success: this.enviar,
      fail: this.avisar,
    });
  },

  agregar() {
    const scopes = ['USER_NICKNAME'];
    scopes.push('PLAINTEXT_MOBILE_PHONE'); //~ mixed-auth-scopes
    my.getAuthCode({ scopes, success: this.enviar, fail: this.avisar });
  },

  segun() {
    const scopes = [];
    if (this.data.conNombre) {
      scopes.push('USER_NICKNAME');
    } else {
      scopes.push('PLAINTEXT_MOBILE_PHONE');
    }
    my.getAuthCode({ scopes, success: this.enviar, fail: this.avisar });
  },

  despues() {
    const scopes = ['USER_NICKNAME'];
    my.getAuthCode({ scopes, success: this.enviar, fail: this.avisar });
    scopes.push('PLAINTEXT_MOBILE_PHONE');
    my.reportAnalytics('entrar', { scopes: scopes.length });
  },

  unir() {
    my.getAuthCode({ scopes: TODO.join(','), success: this.enviar, fail: this.avisar });
  },

  enviar({ authCode }) {
    my.request({ url: 'https://api.example.com/login', method: 'POST', data: { authCode } });
  },

  avisar() {
    my.showToast({ content: 'Puede escribirlo a mano' });
  },
});
