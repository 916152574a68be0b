import codes, { SUCCESS } from '../../utils/codes';

Page({
  data: { nickName: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const { code, nickName } = JSON.parse(res.response).response;
        if (code === codes.NO_AUTH) return this.onRefused(); //~ numeric-response-code: `40003`
        if (code === codes.NOT_BOUND || code == codes.NO_AUTH) return this.onRefused();
        if (code !== SUCCESS) return this.onRefused(); //~ numeric-response-code: `10000`
        this.setData({ nickName });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    codes.retry = '20000';
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
