Page({
  alAceptar() {
    my.getPhoneNumber({
      success: (res) => my.setStorageSync({ key: 'sesion', data: res.response }),
      fail: () => this.alRechazar(),
    });
  },
  alRechazar() {
    my.showToast({ content: 'Puede comprar en ventanilla' });
  },
});
