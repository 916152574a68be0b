Page({
  data: { nickName: '', wanted: '', can: my.canIUse('button.open-type.getAuthorize') },

  onLoad(query) {
    this.setData({ wanted: query.wanted });
  },

  onOk(e) {
    if (e.target.dataset.kind === 'user') this.user();
    else this.phone();
  },

  onWanted() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },

  user() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },

  phone() {
    my.getPhoneNumber({
      success: ({ response }) => {
        my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
      },
      fail: () => my.showToast({ content: '可以手动填写手机号' }),
    });
  },

  onNo() {
    my.showToast({ content: '可以手动填写' });
  },
});
