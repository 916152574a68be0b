import { profile, fromServer } from '../../utils/profile';

Page({
  data: { name: '' },

  async onLoad() {
    this.setData({ name: await profile(fromServer) });
  },
});
