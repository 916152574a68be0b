Page({
  data: { nickName: '', avatar: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const { response } = JSON.parse(res.response);
        switch (response.code) {
          case '10000':
            this.setData({ nickName: response.nickName });
            break;
          default:
            this.onRefused();
        }
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
