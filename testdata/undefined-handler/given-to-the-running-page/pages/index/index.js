import { debounce } from '../../utils/util';

Page({
  onLoad() {
    this.onAuth = debounce(() => my.navigateTo({ url: '/pages/index/index' }), 300);
    this.onInfo = () => {
      my.getOpenUserInfo({
        success: (res) => {
          const info = JSON.parse(res.response).response;
          if (info.code === '10000') this.setData({ name: info.nickName });
        },
        fail: () => this.no(),
      });
    };
    // 只读不写
    console.log(this.onNever);
  },

  no() {
    my.showToast({ content: '请手动填写' });
  },
});
