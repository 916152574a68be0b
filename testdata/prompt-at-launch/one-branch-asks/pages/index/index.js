Page({
  data: { member: false },

  onLoad(query) {
    my.getAuthCode({ //~ prompt-at-launch: `auth_user`
      scopes: query.member ? ['auth_user'] : ['auth_base'],
      success: ({ authCode }) => {
        my.request({ url: 'https://api.example.com/session', data: { authCode } });
      },
      fail: () => this.setData({ member: false }),
    });
  },
});
