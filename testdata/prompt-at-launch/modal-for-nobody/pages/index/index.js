Page({
  data: { user: null, phone: '', can: my.canIUse('button.open-type.getAuthorize') },

  onOk() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ user });
      },
      fail: () => this.onNo(),
    });
  },

  onPhone() {
    my.getPhoneNumber({
      success: ({ response }) => my.request({ url: 'https://api.example.com/phone', data: { response } }),
      fail: () => this.onNo(),
    });
  },

  onNo() {
    my.showToast({ content: '可以随便看看' });
  },
});
