const { chooseImage } = my;
const DESDE = ['album', 'camera'];

Page({
  data: { recibo: '', lugar: null },

  recibo() {
    chooseImage({ sourceType: DESDE, count: 1, success: (res) => this.setData({ recibo: res.apFilePaths[0] }) });
  },

  tienda() {
    my.getLocation({ success: (lugar) => this.setData({ lugar }) });
  },

  guardar() {
    my.call('saveImage', { url: this.data.recibo }); //~ missing-permission-description: scope.writePhotosAlbum
  },
});
