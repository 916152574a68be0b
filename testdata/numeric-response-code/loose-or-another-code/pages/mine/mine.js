const done = (answer, show) => answer.code === 200 && show(answer);

Page({
  data: { nickName: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response;
        const state = { code: info.code === '10000' ? 200 : 500, nickName: info.nickName };
        done(state, ({ nickName }) => this.setData({ nickName }));
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su nombre' });
  },
});
