import permisos from '../../utils/permiso';

Page({
  data: { local: 'Centro' },
  onShow() { if (permisos.negado) { return; } this.localizar() },
  localizar() {
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/local', data: { authCode } }),
      fail: () => { permisos.negar(); this.setData({ local: 'Todos los locales' }); },
    });
  },
});
