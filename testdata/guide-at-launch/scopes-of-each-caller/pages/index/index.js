import { ask } from '../../utils/auth';

Page({
  onLoad() {
    my.confirm({ //~ guide-at-launch: my.getAuthCode
      content: '登录后可以累积积分',
      success: (result) => {
        if (result.confirm) this.entrar();
      },
    });
    my.confirm({
      content: '¿Recordar esta tienda?',
      success: (result) => {
        if (result.confirm) this.recordar();
      },
    });
  },

  entrar() {
    ask('auth_user', () => this.setData({ inside: true }));
  },

  // Solo pide lo que no pregunta nada.
  recordar() {
    ask('auth_base', () => this.setData({ known: true }));
  },
});
