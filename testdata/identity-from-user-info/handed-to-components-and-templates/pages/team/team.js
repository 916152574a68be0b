Page({
  data: { equipo: [], turnos: [] },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response
        if (info.code !== '10000') return this.onRefused()
        this.setData({ equipo: [info] })
      },
      fail: () => this.onRefused(),
    });
  },

  onShow() {
    my.request({
      url: 'https://api.example.com/turnos',
      success: ({ data }) => this.setData({ turnos: data.turnos }),
    })
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su alias' });
  },
});
