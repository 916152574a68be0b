export default {
  install(app) {
    my.getAuthCode({ //~ prompt-at-launch
      scopes: 'auth_user',
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/login', data: { authCode } }),
      fail: () => my.showToast({ content: '未登录' }),
    })
  },
}
