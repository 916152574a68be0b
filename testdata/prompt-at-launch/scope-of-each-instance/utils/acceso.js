class Acceso {
  constructor(scopes) {
    this.scopes = scopes;
  }

  entrar() {
    my.getAuthCode({
      scopes: this.scopes,
      success: ({ authCode }) => my.request({ url: 'https://api.tienda.example.com/entrar', data: { authCode } }),
      fail: () => my.showToast({ content: '稍后再试' }),
    });
  }
}

export const silencioso = new Acceso('auth_base');
export const completo = new Acceso('auth_user');

/** Aparte, el del programa de puntos. */
export class Puntos {
  constructor({ alcance } = {}) { this.alcance = alcance || 'auth_user'; }

  pedir() {
    my.getAuthCode({ //~ prompt-at-launch: auth_user
      scopes: this.alcance,
      success: ({ authCode }) => my.request({ url: 'https://puntos.tienda.example.com/alta', data: { authCode } }),
      fail: () => my.showToast({ content: 'Más tarde' }),
    });
  }
}
