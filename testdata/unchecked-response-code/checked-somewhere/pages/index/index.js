import { fetchProfile } from '../../utils/profile';

Page({
  data: { nickName: '' },

  onAuthorized() {
    fetchProfile().then(
      ({ nickName }) => this.setData({ nickName }),
      () => this.onRefused(),
    );
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
