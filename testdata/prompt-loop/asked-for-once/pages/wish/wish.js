Page({
  // 授权成功才删：拒绝之后每次显示都会再问
  onShow() {
    if (!my.getStorageSync({ key: 'wish' }).data) return;
    my.getAuthCode({ //~ prompt-on-page-load //~ prompt-loop
      scopes: ['auth_user'],
      success: ({ authCode }) => {
        my.removeStorageSync({ key: 'wish' });
        my.request({ url: 'https://shop.example.com/wish', data: { authCode } });
      },
      fail: () => my.showToast({ content: '可以先逛逛' }),
    });
  },
});
