// The exchange is wrong here, but nothing of it is kept.
Page({
  data: { user: null },

  login() {
    my.getAuthCode({
      success: ({ authCode }) => {
        my.request({
          url: 'https://api.example.com/v1/oauths/applyToken', //~ client-token-exchange
          data: { authCode },
          success: ({ data }) => {
            this.load(data.accessToken);
            my.setStorageSync({ key: 'expires', data: data.expiresIn });
            my.removeStorageSync({ key: 'accessToken' });
          },
        });
      },
    });
  },

  load(token) {
    my.request({
      url: 'https://api.example.com/profile',
      headers: { token },
      success: ({ data }) => {
        this.setData({ user: data });
        my.setStorageSync({ key: 'profile', data });
      },
    });
  },
});
