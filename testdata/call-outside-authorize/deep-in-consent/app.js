App({
  update(page) {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') page.setData({ nickName: user.nickName });
      },
      fail: () => page.onAuthError(),
    });
  },
});
