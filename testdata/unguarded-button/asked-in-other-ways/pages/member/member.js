// 比较基础库版本也可以
const isNew = my.SDKVersion >= '1.16.4';

Page({
  data: { name: '' },

  onLoad() {
    if (!isNew) my.alert({ content: '请升级支付宝' });
  },

  onOk() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ name: user.nickName });
      },
      fail: () => this.onNo(),
    });
  },

  onNo() {
    my.showToast({ content: '请手动填写' });
  },
});
