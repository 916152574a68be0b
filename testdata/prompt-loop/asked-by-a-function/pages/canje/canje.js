import { primeraVez } from '../../utils/permiso';

let avisado = false;
const yaAvisado = () => avisado;

Page({
  data: { premio: '', nombre: 'invitado' },

  onShow() {
    if (primeraVez()) this.pedirNombre();
    if (yaAvisado()) return;
    avisado = true;
    this.pedirPremio();
  },

  pedirNombre() {
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/nombre', data: { authCode } }),
      fail: () => this.setData({ nombre: 'sin nombre' }),
    });
  },

  pedirPremio() {
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: ['auth_user'],
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/premio', data: { authCode } }),
      fail: () => this.setData({ premio: 'Elija uno en la tienda' }),
    });
  },
});
