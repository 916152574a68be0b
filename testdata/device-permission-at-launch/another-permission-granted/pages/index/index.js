// Un permiso concedido no dice nada de los demás.
Page({
  data: { tiendas: 0, foto: '' },

  onLoad() {
    my.getSetting({
      success: ({ authSetting }) => {
        if (authSetting.camera) {
          this.buscar(); // la cámara no es la ubicación
          my.scan({ success: ({ code }) => this.setData({ foto: code }) });
        }
        if (authSetting['scope.userLocation'] === true) my.chooseLocation({ success: this.elegir });
        if (authSetting.location) my.getRunData({ success: (res) => this.setData({ res }) }); //~ device-permission-at-launch: getRunData
        if (authSetting.userInfo) my.getLocation({ success: this.elegir }); //~ device-permission-at-launch
        if (authSetting.album) my.chooseImage({ success: this.elegir });
        if (!authSetting.aliaddress) return;
        my.getAddress({ success: this.elegir });
      },
    });
  },

  elegir(res) {
    this.setData({ tiendas: res });
  },

  buscar() {
    my.getLocation({ success: this.elegir }); //~ device-permission-at-launch: onLoad
  },
});
