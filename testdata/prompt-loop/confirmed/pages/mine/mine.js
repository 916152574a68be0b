Page({
  open() {
    let left = 3;
    const timer = setInterval(() => {
      left -= 1;
      if (left > 0) return;
      clearInterval(timer);
      my.getAuthCode({
        scopes: 'auth_user',
        success: () => my.showToast({ content: '已登录' }),
        fail: () => my.showToast({ content: '可以先浏览' }),
      });
    }, 1000);
  },
});
