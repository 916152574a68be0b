import { readUser } from '../../utils';

Page({
  data: { nickName: '' },

  onLoad() {
    readUser((nickName) => this.setData({ nickName }));
  },
});
