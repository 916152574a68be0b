import Servicio from './servicio';

export class Bono extends Servicio {
  preparar() { this.lista = [] }

  cargar() { return super.cargar(); }

  despues() { my.showToast({ content: 'Tiene un bono 您有一张优惠券' }); }
}

/** Pide el número en cuanto existe: solo se crea cuando el usuario autoriza. */
export class Registro extends Servicio {
  preparar() {
    my.getPhoneNumber({
      success: (res) => my.request({ url: 'https://api.tienda.example.com/registro', data: { body: res.response } }),
      fail: () => my.showToast({ content: 'Escriba su número' }),
    });
  }
}
