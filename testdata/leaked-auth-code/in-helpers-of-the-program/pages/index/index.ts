import { code } from '../../lib/auth';

const { warn } = require('../../lib/go');

Page({
  async masuk() {
    const kode = (await code())!;
    warn('kode', kode); //~ leaked-auth-code: written to a log
    my.confirm({ title: 'Debug', content: `kode: ${kode.trim()}` }); //~ leaked-auth-code: shown on the screen
  },

  entrar() {
    code()
      .then((codigo) => my.redirectTo({ url: '/pages/index/index?c='.concat(codigo) })) //~ leaked-auth-code: into the address of a page
      .catch((error) => warn(error));
  },
});
