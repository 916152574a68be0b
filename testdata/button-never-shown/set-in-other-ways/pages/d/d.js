// 交给没有读到的库
import { bind } from 'store-for-pages';

Page({
  data: { canUse: false, name: '' },

  onLoad() {
    bind(this, ['canUse']);
  },

  onOk() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === "10000") this.setData({ name: user.nickName });
      },
      fail: () => this.onNo(),
    });
  },

  onNo() {
    my.showToast({ content: "请手动填写" });
  },
});
