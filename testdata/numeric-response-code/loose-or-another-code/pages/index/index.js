Page({
  data: { nickName: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response;
        if (info.code != 10000 || Number(info.code) !== 10000 || info.code !== '10000') return;
        my.request({
          url: 'https://api.example.com/members',
          method: 'POST',
          data: { nickName: info.nickName },
          success: (answer) => {
            if (answer.data.code === 10000) this.setData({ nickName: info.nickName });
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
