import { fetchProfile } from '../../utils/profile';

Page({
  data: { user: { nickName: '' } },

  onAuthorized() {
    fetchProfile()
      .then((user) => user.code === '10000' && this.setData({ user }))
      .catch(() => this.onRefused());
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
