import { register } from '../../common/component';

register({
  properties: { canIUseAuthButton: my.canIUse('button.open-type.getAuthorize') },
  methods: {
    leerTelefono() {
      my.getPhoneNumber({
        success: (res) => my.request({ url: 'https://api.tienda.example.com/telefono', data: { body: res.response } }),
        fail: () => this.escribir(),
      });
    },
    escribir() {
      my.showToast({ content: 'Escriba su número 请手动填写' });
    },
  },
});
