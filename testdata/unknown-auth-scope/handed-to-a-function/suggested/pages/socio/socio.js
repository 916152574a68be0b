import { ask, askFor, askWith } from '../../auth';

const aviso = () => my.showToast({ content: 'Puede entrar con su correo' });

Page({
  data: { ámbito: 'auth_zhima' },

  entrar() {
    ask('auth_base', ({ authCode }) => this.enviar(authCode))
    ask(this.data.ámbito, ({ authCode }) => this.enviar(authCode))
  },

  vincular() {
    askWith({ scopes: ['auth_base', 'auth_user'] })
      .then(({ authCode }) => this.enviar(authCode), aviso);
    askWith({ scopes: [ 'auth_user' ] }).then(({ authCode }) => this.enviar(authCode), aviso);
  },

  mas() {
    askFor('full').then(({ authCode }) => this.enviar(authCode), aviso);
    // Nobody asks for this one.
    this.setData({ nombre: 'auth_usr' });
  },

  enviar(authCode) {
    my.request({ url: 'https://api.example.com/entrar', method: 'POST', data: { authCode } });
  },
});
