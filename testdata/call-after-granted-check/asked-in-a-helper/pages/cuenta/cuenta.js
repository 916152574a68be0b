import { isMissing, wasAsked } from '../../utils/setting';

Page({
  data: { name: 'Invitado' },

  async onLoad() {
    if (await isMissing()) {
      my.getOpenUserInfo({ //~ call-outside-authorize
        //~^ unused-user-info
        fail: () => this.setData({ name: 'Invitado' }),
      });
    }
  },

  onShow() {
    wasAsked().then((ok) => {
      if (ok) {
        my.getOpenUserInfo({ //~ call-outside-authorize
          //~^ unused-user-info
          fail: () => this.setData({ name: 'Invitado' }),
        });
      }
    });
  },
});
