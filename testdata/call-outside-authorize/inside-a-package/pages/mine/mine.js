import { read } from 'wallet-user';

Page({
  data: { nickName: '' },

  load() {
    read((res) => { //~ call-outside-authorize: from the handler `onTap`
      if (!res.response) return my.showToast({ content: '获取失败' });
      const user = JSON.parse(res.response).response;
      if (user.code === '10000') this.setData({ nickName: user.nickName });
    });
  },
});
