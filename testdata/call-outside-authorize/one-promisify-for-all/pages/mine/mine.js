import promisify from '../../utils/promisify';

const readInfo = promisify(my.getOpenUserInfo);
const readStorage = promisify(my.getStorage);

Page({
  data: {
    nickName: '',
    canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
  },

  async onLoad() {
    const { data } = await readStorage({ key: 'nickName' });
    this.setData({ nickName: data });
  },

  async onGetAuthorize() {
    try {
      const res = await readInfo();
      const user = JSON.parse(res.response).response;
      if (user.code === '10000') this.setData({ nickName: user.nickName });
    } catch (e) {
      this.onAuthError();
    }
  },

  onAuthError() {
    my.showToast({ content: '没有授权也可以手动填写' });
  },

  onInput(e) {
    this.setData({ nickName: e.detail.value });
  },
});
