import { place } from '../../utils/place';

Page({
  data: { photos: [], city: '' },

  onLoad() {
    place().then((city) => this.setData({ city }));
  },

  pick() {
    // Both sources: two permissions, two findings at the one call.
    my.chooseImage({ success: (res) => this.setData({ photos: res.apFilePaths }) }); //~ missing-permission-description: scope.album
    //~^ missing-permission-description: scope.camera
  },

  record() {
    const manager = my.getRecorderManager(); //~ missing-permission-description: scope.record
    manager.start({ duration: 6 });
  },

  keep() {
    my.saveImage({ url: this.data.photos[0] }); //~ missing-permission-description: scope.writePhotosAlbum
    my.saveImageToPhotosAlbum({ filePath: this.data.photos[1] });
  },

  // Nothing runs it.
  film() {
    my.chooseVideo({ sourceType: 'camera', success: (res) => this.setData({ film: res }) });
  },
});
