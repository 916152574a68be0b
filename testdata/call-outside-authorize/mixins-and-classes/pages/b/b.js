class Base {
  constructor(page) {
    this.page = page;
  }

  start() {
    this.read();
  }
}

class Profile extends Base {
  read() {
    my.getOpenUserInfo({ //~ call-outside-authorize
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.page.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败' }),
    });
  }
}

Page({
  data: { nickName: '' },

  onLoad() {
    new Profile(this).start();
  },
});
