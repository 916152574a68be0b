import user from '../../mixins/user';

Page({
  mixins: [user],
  data: { nickName: '' },

  onLoad() {
    this.loadUser();
  },
});
