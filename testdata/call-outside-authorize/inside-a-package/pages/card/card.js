const user = require('wallet-user');

Page({
  data: {
    name: '',
    canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
  },

  onGetAuthorize() {
    user.read((res) => {
      if (!res.response) return this.onAuthError();
      const user = JSON.parse(res.response).response;
      if (user.code === '10000') this.setData({ name: user.nickName });
    });
  },

  onAuthError() {
    my.showToast({ content: '没有授权也可以手动填写' });
  },
});
