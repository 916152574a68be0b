Page({
  data: { nick: '', saved: false },

  // Written for another platform: the wallet has no such API, and that does not make it Taobao.
  save() {
    my.authorize({
      scope: 'scope.writePhotosAlbum',
      success: () => this.setData({ saved: true }),
      fail: () => my.showToast({ content: '可以截图保存' }),
    });
  },

  login() {
    my.getOpenUserInfo({ //~ call-outside-authorize
      success: (res) => {
        const info = JSON.parse(res.response).response;
        if (info.code === '10000') this.setData({ nick: info.nickName });
      },
      fail: () => my.showToast({ content: '可以手动填写' }),
    });
  },
});
