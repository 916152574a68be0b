import { normalize } from '../../utils/profile';

Page({
  data: { nickName: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const { code, nickName } = normalize(res);
        if (code === '10000') this.setData({ nickName });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
