import Servicio from './servicio';

export class Telefono extends Servicio {
  despues() {
    my.getPhoneNumber({
      success: (res) => my.request({ url: 'https://api.tienda.example.com/telefono', data: { body: res.response } }),
      fail: () => my.showToast({ content: 'Escriba su número' }),
    });
  }
}

export class Apodo extends Servicio {
  cargar() {
    my.showNavigationBarLoading();
    return super.cargar();
  }

  despues() {
    my.getOpenUserInfo({ //~ call-outside-authorize: from `onLoad`
      success: (res) => {
        const perfil = JSON.parse(res.response).response;
        if (perfil.code === '10000') this.nombre = perfil.nickName;
      },
      fail: () => my.showToast({ content: '请手动填写昵称' }),
    });
  }
}
