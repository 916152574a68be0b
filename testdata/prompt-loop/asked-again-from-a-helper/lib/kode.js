const { gagal } = require('./gagal');

exports.minta = function minta(done) {
  my.getAuthCode({ scopes: 'auth_user', success: ({ authCode }) => done(authCode), fail: () => gagal(() => minta(done)) }); //~ prompt-loop
};
