Page({
  data: { nombre: '', telefono: '' },

  escribir({ currentTarget, detail }) {
    this[currentTarget.dataset.campo] = detail.value;
  },

  guardar() {
    const pendiente = Object.keys(this.data).filter((campo) => this[campo]);
    my.showToast({ content: pendiente.join('、') });
  },

  leerTelefono() {
    my.getPhoneNumber({ //~ unreached-call
      success: (res) => this.setData({ telefono: res.response }),
      fail: () => my.showToast({ content: 'Escriba su número' }),
    });
  },
});
