export default {
  eager: false,
  install(app) {
    my.getAuthCode({
      scopes: 'auth_user',
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/cuenta', data: { authCode } }),
      fail: () => my.showToast({ content: 'Sin cuenta' }),
    })
  },
}
