import { isRefused } from '../../utils/result';

// The own server answers with numbers.
const isOk = (code) => code === 10000; //~ numeric-response-code

Page({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize'), nickName: '' },

  login() {
    my.request({
      url: 'https://shop.example.cn/list',
      success: ({ data }) => {
        if (isOk(data.code)) this.setData({ list: data.list });
      },
    });
  },

  onUser() {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response;
        if (isRefused(info.code)) this.onRefused();
        if (isOk(info.code)) this.setData({ nickName: info.nickName });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '可以手动填写' });
  },
});
