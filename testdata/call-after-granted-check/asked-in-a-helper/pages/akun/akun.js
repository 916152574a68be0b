import { isGranted, withGrant, ensureGranted } from '../../utils/setting';

Page({
  data: { name: 'Tamu' },

  async onLoad() {
    if (await isGranted('userInfo')) {
      this.tampil();
    }
  },

  onShow() {
    withGrant((ok) => {
      if (ok) this.tampil();
    });
  },

  onReady() {
    ensureGranted()
      .then(() => this.tampil())
      .catch(() => {});
  },

  tampil() {
    my.getOpenUserInfo({ //~ call-after-granted-check
      success: ({ response }) => {
        const user = JSON.parse(response).response;
        if (user.code === '10000') {
          this.setData({ name: user.nickName });
        }
      },
      fail: () => this.setData({ name: 'Tamu' }),
    });
  },
});
