import { fetchProfile } from '../../utils/profile';

Page({
  data: { user: {} },

  async onAuthorized() {
    try {
      this.setData({ user: await fetchProfile() });
    } catch (error) {
      this.onRefused();
    }
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
