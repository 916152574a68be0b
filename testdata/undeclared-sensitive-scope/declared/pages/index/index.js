Page({
  kirim() {
    my.getAuthCode({
      scopes: ['USER_LOGIN_ID', 'SUBSCRIPTION'],
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/paket', data: { authCode } }),
      fail: () => my.showToast({ content: 'Isi nomor secara manual' }),
    });
  },
});
