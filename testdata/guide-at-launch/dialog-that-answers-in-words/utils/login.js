export function login() {
  my.getAuthCode({ //~ prompt-on-page-load
    scopes: ['auth_user'],
    success(res) {
      my.request({ url: 'https://api.example.com/login', data: { code: res.authCode } });
    },
    fail() {
      my.showToast({ content: '未授权，部分功能不可用' });
    },
  });
}
