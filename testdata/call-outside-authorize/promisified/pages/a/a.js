import { promisify } from '../../utils/promisify';

const getInfo = promisify(my.getOpenUserInfo);

Page({
  data: { nickName: '' },

  async onLoad() {
    try {
      const res = await getInfo(); //~ call-outside-authorize
      const user = JSON.parse(res.response).response;
      if (user.code === '10000') this.setData({ nickName: user.nickName });
    } catch (e) {
      my.showToast({ content: '获取失败' });
    }
  },
});
