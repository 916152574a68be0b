Page({
  data: { nickName: '', address: { city: '' } },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const { code, nickName } = JSON.parse(res.response).response;
        if (code === '10000') this.setData({ nickName });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.request({
      url: 'https://api.example.com/address',
      success: ({ data }) => this.setData({ address: { city: data.city, province: data.province } }),
    });
  },
});
