App({
  globalData: { sinCartera: false },

  onLaunch(opciones) {
    this.globalData.sinCartera = opciones.query && opciones.query.canal === 'web';
  },
});
