import { abrir, sellar, Respuesta } from '../../lib/canal';

Page({
  data: { saldo: '' },

  // Se envía cifrado otra vez; lo que se abre es la respuesta del servidor.
  alAceptar(): void {
    my.getPhoneNumber({
      success: (res: Respuesta) => {
        const encrypted = sellar(res.response);
        my.request({
          url: 'https://api.example.com/telefono',
          method: 'POST',
          data: { encrypted },
          success: (answer: { data: Respuesta }) => this.setData({ saldo: abrir(answer.data.response) }),
          fail: () => this.alRechazar(),
        });
      },
      fail: () => this.alRechazar(),
    });
  },

  alRechazar(): void {
    my.showToast({ content: 'Puede escribir su teléfono' });
  },
});
