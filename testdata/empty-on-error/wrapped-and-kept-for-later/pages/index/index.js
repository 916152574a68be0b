import { debounce } from '../../utils/fn';

Page({
  data: { manual: false },

  onLoad() { this.can = my.canIUse('button.open-type.getAuthorize'); },
  onShow() { this.setData({ manual: !!my.getStorageSync({ key: 'manual' }).data }); },

  ok() { my.navigateBack(); },

  catat: debounce(function (e) { //~ empty-on-error
    console.log(e);
  }, 300),

  isi: debounce(function () {
    this.setData({ manual: true });
  }, 300),

  // dibaca lagi oleh `onShow`
  simpan() { my.setStorageSync({ key: 'manual', data: true }); },

  lupa() { my.setStorageSync({ key: 'nobody', data: true }); }, //~ empty-on-error
});
