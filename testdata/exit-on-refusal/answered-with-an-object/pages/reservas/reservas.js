import { authorize, pair, safely } from '../../utils/auth';

const conAviso = () => new Promise((resolve) => {
  my.getAuthCode({
    scopes: 'auth_user',
    success: ({ authCode }) => resolve({ ok: true, authCode }),
    fail: () => {
      const respuesta = { ok: false };
      respuesta.ok = this.invitado;
      resolve(respuesta);
    },
  });
});

Page({
  async reservar() {
    const [fallo, codigo] = await pair();
    if (fallo) return this.reservar(); //~ prompt-loop
    this.enviar(codigo);
  },

  async anular() {
    const { ok, code, cancelled } = await authorize();
    if (ok) { this.enviar(code); my.exitMiniProgram(); }
    if (!cancelled) this.anular();
    const { error, authCode } = await safely();
    if (!error) { this.enviar(authCode); this.anular(); }
  },

  async salir() {
    const respuesta = await conAviso();
    if (!respuesta.ok) my.exitMiniProgram();
  },

  enviar(codigo) {
    my.request({ url: 'https://api.example.com/reservas', data: { codigo } });
  },
});
