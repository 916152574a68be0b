App({
  globalData: { rechazado: false, token: '' },

  puedePreguntar() {
    if (this.globalData.rechazado) {
      return false;
    }
    return true;
  },

  haySesion() {
    return !!this.globalData.token;
  },
});
