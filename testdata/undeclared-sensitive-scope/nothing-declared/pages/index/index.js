import { WANTED } from '../../scopes';

Page({
  buy() {
    my.getAuthCode({
      scopes: [
        'auth_base',
        'USER_AVATAR',
        'USER_NAME', //~ undeclared-sensitive-scope: real name
        'USER_CONTACTINFO', //~ undeclared-sensitive-scope: phone number //~ mixed-auth-scopes
      ],
      success: this.send,
      fail: () => my.showToast({ content: 'Isi secara manual' }),
    });
  },

  verify() {
    my.getAuthCode({ //~ undeclared-sensitive-scope: USER_INFO_EKYC
      scopes: WANTED,
      success: this.send,
      fail: () => my.showToast({ content: 'Cuba di kaunter' }),
    });
  },

  send({ authCode }) {
    my.request({ url: 'https://api.example.com/tickets', data: { authCode } });
  },
});
