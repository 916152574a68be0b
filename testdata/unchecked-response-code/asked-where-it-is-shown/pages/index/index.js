Page({
  data: { user: null, greeting: '', avatar: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        this.setData({ user: JSON.parse(res.response).response });
      },
      fail: () => this.onRefused(),
    });
  },

  onGreet() {
    my.getOpenUserInfo({
      success: (res) => {
        const { nickName, avatar } = JSON.parse(res.response).response;
        this.render({ greeting: nickName, avatar });
      },
      fail: () => this.onRefused(),
    });
  },

  render(model) { this.setData(model); },

  onWelcome() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        my.alert({ title: `你好，${user.nickName}` }); //~ unchecked-response-code: `nickName`
        this.setData({ ...this.data, user });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
