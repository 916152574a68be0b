const app = getApp();

Page({
  data: { form: {} },

  onShow() {
    // 手机号由我们自己的会员系统提供
    const known = { 'form.cardNo': app.globalData.cardNo };
    this.setData(known);
  },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response;
        if (info.code !== '10000') return this.onRefused();
        this.setData({ form: info, 'form.email': info.email }); //~ identity-from-user-info: `email`
      },
      fail: () => this.onRefused(),
    });
  },

  onName(e) { this.setData({ 'form.nickName': e.detail.value }); },
  onPhone(e) { this.setData({ 'form.phone': e.detail.value }); },

  onSubmit() {
    const { form } = this.data;
    my.request({
      url: 'https://api.example.com/signup',
      method: 'POST',
      data: {
        phone: form.phone,
        card: form.cardNo,
        name: form.nickName,
        id: form.userId, //~ identity-from-user-info: `userId`
      },
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写' });
  },
});
