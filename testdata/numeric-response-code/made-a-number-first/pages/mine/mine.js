Page({
  data: { nickName: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const { code, nickName } = JSON.parse(res.response).response;
        const number = Number(code);
        if (number === 40003 || nickName.length === 0 || code.length !== 5) return;
        switch (+code) {
          case 10000:
            this.setData({ nickName });
            break;
        }
      },
      fail: (error) => (error.error === 11 ? undefined : this.onRefused()),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
