// Ninguna de estas llamadas necesita una descripción que se pueda nombrar.
Page({
  data: { codigo: '', foto: '' },

  scan() {
    my.scan({ success: ({ code }) => this.setData({ codigo: code }) });
    my.getSetting({ success: ({ authSetting }) => this.setData({ codigo: authSetting.location ? 'sí' : 'no' }) });
  },

  elegir(e) {
    // Cuál de las dos fuentes es, lo dice el botón.
    my.chooseImage({ sourceType: [e.target.dataset.desde], success: (res) => this.setData({ foto: res.apFilePaths[0] }) });
    if (my.canIUse('getLocation')) console.log('my.getLocation({}) existe');
  },
});
