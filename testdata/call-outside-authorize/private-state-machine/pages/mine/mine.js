import { store } from '../../utils/store';

Page({
  data: {
    nickName: '',
    canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
  },

  onLoad() {
    this.stop = store.subscribe(({ nickName }) => this.setData({ nickName }));
    store.set({ nickName: '游客' });
  },

  onUnload() {
    this.stop();
  },

  onGetAuthorize() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') store.set({ nickName: user.nickName });
      },
      fail: () => this.onAuthError(),
    });
  },

  onAuthError() {
    my.showToast({ content: '没有授权也可以手动填写' });
  },
});
