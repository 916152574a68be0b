import bus from '../../utils/bus';

Page({
  data: { name: 'Tamu' },

  onLoad() {
    bus.on('diizinkan', () => this.tampil());
    bus.on('ditambah', () => this.setData({ name: 'Tamu' }));
  },

  tambah() { bus.emit('ditambah'); },
  baca() { bus.emit('diizinkan'); },
  tolak() { my.showToast({ content: 'Boleh tanpa masuk' }); },

  tampil() {
    my.getOpenUserInfo({
      success: ({ response }) => {
        const user = JSON.parse(response).response;
        if (user.code === '10000') this.setData({ name: user.nickName });
      },
      fail: () => this.setData({ name: 'Tamu' }),
    });
  },
});
