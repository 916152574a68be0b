import { fetchProfile } from '../../utils/profile';

Page({
  data: { nickName: '' },

  async onAuthorized() {
    try {
      const profile = await fetchProfile();
      this.setData({ nickName: profile.nickName }); //~ unchecked-response-code: `nickName`
    } catch (error) {
      this.onRefused();
    }
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su nombre' });
  },
});
