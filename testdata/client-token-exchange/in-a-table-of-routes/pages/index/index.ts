import http from '../../lib/http';

Page({
  masuk() {
    my.getAuthCode({ scopes: 'auth_base', success: ({ authCode }) => http(authCode), fail: () => undefined });
  },
});
