import { getCode } from '../../utils/code';

Page({
  async entrar() {
    let code;
    try {
      code = await getCode('auth_user');
    } catch (e) {
      my.showToast({ content: 'Vuelva a autorizar' });
      code = await getCode('auth_user').catch(() => ''); //~ prompt-loop
    }
    this.enviar(code);
  },

  // Sin permiso basta con el identificador.
  ver() {
    getCode('auth_user').catch(() => getCode('auth_base')).then((code) => this.enviar(code), this.avisar);
  },

  join() {
    getCode('auth_user').then((code) => this.enviar(code)).catch(() => {
      my.confirm({
        title: '加入会员需要授权',
        success: ({ confirm }) => { if (confirm) getCode('auth_user').then((code) => this.enviar(code), this.avisar); },
      });
    });
  },

  avisar() { my.showToast({ content: 'Puede seguir sin entrar' }); },

  enviar(code) {
    if (code) my.request({ url: 'https://api.example.com/entrar', method: 'POST', data: { code } });
  },
});
