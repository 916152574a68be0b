const BASE = 'https://api.example.com';

Page({
  login() {
    my.getAuthCode({
      success: ({ authCode }) => {
        my.request({
          url: BASE + '/member/login',
          data: { authCode },
          success: ({ data }) => {
            my.setStorageSync({ key: 'accessToken', data: data.accessToken });
            my.setStorage({ key: 'refresh_token', data: data.refresh_token });
            my.setStorageSync({ key: 'login', data });
          },
        });
      },
    });
  },

  tienda(options) {
    // el número de la tienda, 或者默认的
    var tienda = options.tienda ? options.tienda : tienda;
    my.request({
      url: tienda,
      success: ({ data }) => my.setStorageSync({ key: 'accessToken', data: data.accessToken }),
    });
  },
});
