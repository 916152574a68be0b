const HOST = 'https://h5.example.com/login'

Page({
  data: { url: '' },

  // 打开 H5 前先静默登录
  onLoad({ next }) {
    my.getAuthCode({
      scopes: ['auth_base'],
      success: (res) => {
        this.setData({ url: `${HOST}?authCode=${res.authCode}&next=${next}` }) //~ leaked-auth-code: address of a `web-view`
      },
    })
  },

  onMessage({ detail }) { my.showToast({ content: detail.text }) },
})
