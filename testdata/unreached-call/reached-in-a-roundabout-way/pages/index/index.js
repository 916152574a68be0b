import Profile from '../../lib/profile';

Page({
  data: { nickName: '' },

  onUser() {
    const method = 'read';
    Profile.shared[method]((nickName) => this.setData({ nickName }));
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写' });
  },
});
