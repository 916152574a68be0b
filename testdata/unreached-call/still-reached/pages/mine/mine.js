const handlers = {
  onNumber() {
    my.getPhoneNumber({
      success: ({ response }) => {
        my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
      },
      fail: () => my.showToast({ content: '可以手动填写手机号' }),
    });
  },
};

const READY = true;

Page({
  ...handlers,

  data: { nickName: '', phone: false, can: my.canIUse('button.open-type.getAuthorize') },

  onPhone() {
    if (READY) this.read();
  },

  onUser() {
    this.read();
  },

  read() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },

  onRefused() {
    my.showToast({ content: '可以手动填写' });
  },
});
