import { read } from '../../services/user';

Page({
  data: { nickName: '' },

  onLoad: async function () {
    const [user] = await Promise.all([read(), this.wait()]);
    if (user && user.code === '10000') this.setData({ nickName: user.nickName });
  },

  wait: () => new Promise((done) => setTimeout(done, 1000)),
});
