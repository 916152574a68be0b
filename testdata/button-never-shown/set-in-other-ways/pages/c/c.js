// 混入对象里设置
import flags from '../../flags';

Page({
  data: { canUse: false, name: '' },
  ...flags,

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
