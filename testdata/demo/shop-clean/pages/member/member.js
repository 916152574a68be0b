import { fetchPhone, fetchProfile } from '../../utils/profile';
import { post } from '../../utils/request';

Page({
  data: { profile: {}, joined: false, asking: '' },

  openProfile() {
    this.ask('profile');
  },

  openJoin() {
    this.ask('phone');
  },

  ask(what) {
    if (my.canIUse('button.open-type.getAuthorize')) {
      this.setData({ asking: what });
    } else {
      my.showToast({ content: '请升级后再试，也可以手动填写昵称' });
    }
  },

  close() {
    this.setData({ asking: '' });
  },

  async onProfileAuthorized() {
    const profile = await fetchProfile();
    if (!profile) {
      this.onAuthRefused();
      return;
    }
    this.setData({ profile, asking: '' });
  },

  async onPhoneAuthorized() {
    const response = await fetchPhone();
    if (!response) {
      this.onAuthRefused();
      return;
    }
    await post('/members', { response, name: this.data.profile.name });
    this.setData({ joined: true, asking: '' });
  },

  onAuthRefused() {
    this.close();
    my.showToast({ content: '没有关系，可以手动填写昵称' });
  },

  onNameConfirm(event) {
    this.setData({ profile: { name: event.detail.value } });
  },
});
