var log = require('../../utils/log');

Page({
  entrar: function () {
    var that = this;
    my.getAuthCode({
      scopes: ['auth_base'],
      success: function (res) {
        log.info('código', res.authCode); //~ leaked-auth-code
        log.info('授权成功', res.authSuccessScopes);
        log.warn(res); //~ leaked-auth-code
        log.debug('res', { code: res.authCode }); //~ leaked-auth-code
        log.count(res.authCode);
        log.first('nada', res.authCode);
        log.first(res.authCode); //~ leaked-auth-code
        that.enviar(res.authCode);
      },
      fail: function () { log.warn('Sin permiso', arguments); },
    });
  },

  // Solo las peticiones que lo piden pasan antes por el acceso.
  pedir: function (opciones) {
    if (opciones.conSesion) {
      this.acceder(opciones);
      return;
    }
    my.request({ url: 'https://api.example.com' + opciones.path, data: opciones.data });
  },

  acceder: function (opciones) {
    console.log(arguments);
    this.setData({ luego: opciones.path });
  },

  visitar: function () {
    var that = this;
    my.getAuthCode({
      scopes: ['auth_base'],
      success: function (res) { that.pedir({ path: '/visita', data: { code: res.authCode } }); },
    });
  },

  lista: function () { this.pedir({ path: '/lista', conSesion: true }); },

  enviar: function (code) {
    my.request({ url: 'https://api.example.com/entrar', data: { code: code }, fail: function (e) { log.warn(e) } });
  },
});
