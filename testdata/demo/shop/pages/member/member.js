import { fetchPhone, fetchProfile } from '../../utils/profile';
import { post } from '../../utils/request';

Page({
  data: { profile: {}, joined: false, joining: false },

  onLoad() {
    this.loadProfile();
  },

  openJoin() {
    if (my.canIUse('button.open-type.getAuthorize')) {
      this.setData({ joining: true });
    } else {
      my.showToast({ content: '请升级后再加入，也可以手动填写昵称' });
    }
  },

  closeJoin() {
    this.setData({ joining: false });
  },

  async loadProfile() {
    const profile = await fetchProfile();
    if (profile) this.setData({ profile });
  },

  onProfileAuthorized() {
    this.loadProfile();
  },

  async onPhoneAuthorized() {
    const response = await fetchPhone();
    if (!response) {
      this.onAuthRefused();
      return;
    }
    await post('/members', { response, name: this.data.profile.name });
    this.setData({ joined: true, joining: false });
  },

  onAuthRefused() {
    my.showToast({ content: '没有关系，可以手动填写昵称' });
  },

  onNameConfirm(event) {
    this.setData({ profile: { name: event.detail.value } });
  },
});
