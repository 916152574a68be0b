import { SCOPES } from '../../scopes';

Page({
  onLoad() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: ({ authCode }) => {
        my.request({ url: 'https://api.example.com/visit', method: 'POST', data: { authCode } });
      },
    });
  },

  enter() {
    my.getAuthCode({
      scopes: SCOPES[my.getStorageSync({ key: 'mode' }).data],
      success: ({ authCode }) => {
        my.request({ url: 'https://api.example.com/enter', method: 'POST', data: { authCode } });
      },
    });
    my.getAuthCode(this.data.options);
    my.getAuthCode({
      success: ({ authCode }) => {
        my.request({ url: 'https://api.example.com/again', method: 'POST', data: { authCode } });
      },
    });
  },
});
