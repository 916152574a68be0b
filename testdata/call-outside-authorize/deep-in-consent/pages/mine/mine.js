import request from '../../utils/request';
const debounce = require('../../utils/debounce');

const app = getApp();

Page({
  data: {
    nickName: '',
    canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
  },

  onGetAuthorize: debounce(async function () {
    const that = this;
    my.showLoading();
    my.getAuthCode({
      scopes: ['auth_base'],
      success({ authCode }) {
        request({ url: 'https://api.example.com/session', data: { authCode } })
          .then(() => that.update())
          .catch(() => that.onAuthError())
          .then(my.hideLoading);
      },
      fail: () => that.onAuthError(),
    });
  }, 300),

  update() {
    app.update(this);
  },

  onAuthError() {
    my.showToast({ content: '没有授权也可以手动填写' });
  },

  onInput(e) {
    this.setData({ nickName: e.detail.value });
  },
});
