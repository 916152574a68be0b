import config from '../../server-config';

Page({
  onLoad(query) {
    my.getAuthCode({
      scopes: query.scopes,
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/a', data: { authCode } }),
      fail: () => my.showToast({ content: '登录失败' }),
    });
    my.getAuthCode({
      scopes: config.scopes,
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/b', data: { authCode } }),
      fail: () => my.showToast({ content: '登录失败' }),
    });
    my.getAuthCode({
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/c', data: { authCode } }),
      fail: () => my.showToast({ content: '登录失败' }),
    });
  },
});
