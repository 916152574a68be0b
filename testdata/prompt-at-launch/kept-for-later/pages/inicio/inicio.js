import { debounce } from 'lodash';
import store from '@company/store';
import bus from 'mitt-bus';
import { whenReady } from '@company/flow';
import again, { login, signIn } from '../../utils/auth';

Page({
  data: { canUse: my.canIUse('button.open-type.getAuthorize') },

  onLoad() {
    this.entrar = debounce(this.entrar, 300);
    bus.on('perfil', this.perfil);
    whenReady({ tries: 2 }, this.preguntar);
  },

  onUnload() {
    bus.off('perfil', this.perfil);
    bus.removeListener('telefono', this.telefono);
    bus.offPhone(this.telefono);
  },

  entrar(event) {
    my.getAuthCode({
      scopes: event.target.dataset.base ? 'auth_base' : 'auth_user',
      fail: () => my.showToast({ content: 'Más tarde' }),
    });
  },

  preguntar() {
    my.getAuthCode({ scopes: 'auth_user', fail: () => my.showToast({ content: 'Más tarde' }) }); //~ prompt-at-launch
  },

  perfil() {
    this.setData({ perfil: true });
  },

  telefono() {
    my.getPhoneNumber({
      success: (res) => my.request({ url: 'https://api.example.com/phone', data: { answer: res.response } }),
      fail: () => this.manual(),
    });
  },

  manual() {
    my.navigateTo({ url: '/pages/form/form' });
  },

  unirse() {
    login();
  },

  sumar() {
    store.dispatch(signIn());
    again();
  },
});
