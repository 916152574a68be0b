Page({
  data: { user: {}, userInfo: {}, info: null, list: [] },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response;
        if (info.code !== '10000') return;
        this.setData({ info, userInfo: info });
        my.request({
          url: 'https://api.example.com/members',
          method: 'POST',
          data: { nickName: info.nickName, avatar: info.avatar },
          success: ({ data }) => {
            my.setStorageSync({ key: 'uid', data: data.userId });
            this.setData({ user: data, userInfo: data.user, list: data.list });
          },
        });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
