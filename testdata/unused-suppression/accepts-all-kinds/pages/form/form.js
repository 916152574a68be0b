Page({
  onLoad() {
    // consentlint-ignore device-permission-at-launch until=2999-01-01 -- el mapa es la única pantalla
    my.getLocation({
      success: (res) => this.setData({ lugar: res }),
    });
  },
});
