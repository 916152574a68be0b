import { post, postQuietly, search, send } from '../../utils/http';

Page({
  masuk() {
    my.getAuthCode({
      scopes: ['auth_user'],
      success: ({ authCode }) => {
        post({ url: '/masuk', data: { authCode } });
      },
      fail: () => my.showToast({ content: 'Boleh tanpa masuk' }),
    });
    my.getAuthCode({
      scopes: ['auth_user'],
      success: ({ authCode }) => {
        postQuietly({ url: '/masuk', data: { authCode } });
      },
      fail: () => my.showToast({ content: 'Boleh tanpa masuk' }),
    });
    my.getAuthCode({
      scopes: ['auth_user'],
      success: (res) => {
        send({ url: '/masuk', data: { code: res.authCode } });
      },
      fail: () => my.showToast({ content: 'Boleh tanpa masuk' }),
    });
    search({ url: base(), data: { q: 'nasi' } });
  },
});

const base = () => 'https://api.example.com/cari';
