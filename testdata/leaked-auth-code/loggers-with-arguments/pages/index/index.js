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

  enviar: function (code) {
    my.request({ url: 'https://api.example.com/entrar', data: { code: code }, fail: function (e) { log.warn(e) } });
  },
});
