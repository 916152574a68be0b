import { isBound, isRefused } from '../../utils/result';
import { post } from 'shop-request';

Page({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize'), nickName: '' },

  async login() {
    const result = await post('/list');
    if (isBound(result)) this.setData({ list: result.list });
  },

  onUser() {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response;
        if (isRefused(info.code)) this.onRefused();
        if (isBound(info)) this.setData({ nickName: info.nickName });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '可以手动填写' });
  },
});
