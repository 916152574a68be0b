import { wasAsked, today } from '../../utils/asked';

// Lo que cambia aquí no es lo que se pregunta: vuelve a preguntar cada vez.
Page({
  data: { title: 'Ingresos', usuario: null },

  onShow() {
    const { usuario } = getApp().globalData;
    if (!usuario) {
      this.setData({ usuario, visto: today() });
      this.pedir();
    }
    if (!wasAsked('ingresos')) {
      this.anotar('ingresos');
      my.getAuthCode({ //~ prompt-on-page-load
        //~^ prompt-loop
        scopes: 'auth_user',
        success: ({ authCode }) => my.request({ url: 'https://api.example.com/c', data: { authCode } }),
        fail: () => this.setData({ title: 'Ingresos (sin sesión)' }),
      });
    }
  },

  anotar(que) {
    console.log('pregunta', que, today());
  },

  pedir() {
    my.getAuthCode({ //~ prompt-on-page-load
      //~^ prompt-loop
      scopes: ['auth_user'],
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/d', data: { authCode } }),
      fail: () => this.setData({ title: 'Ingresos (sin sesión)' }),
    });
  },

  abrir() {},
});
