import { debug, print, trace } from '../../utils/log';

Page({
  data: { ok: my.canIUse('button.open-type.getAuthorize') },

  login() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: ({ authCode }) => {
        console.log(`code ${authCode}`); //~ leaked-auth-code: written to a log
        print('code', authCode); //~ leaked-auth-code
        trace(authCode); //~ leaked-auth-code
        debug('code', authCode); //~ leaked-auth-code
        my.alert({
          title: 'code',
          content: 'code '.concat(authCode), //~ leaked-auth-code: shown on the screen
        });
      },
      fail: (error) => console.log(error),
    });
  },

  whole() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: (res) => {
        const seen = { res, at: Date.now() };
        console.log(JSON.stringify(res)); //~ leaked-auth-code
        console.log('result', seen); //~ leaked-auth-code
      },
      fail: () => {},
    });
  },

  code() {
    return new Promise((resolve, reject) => {
      my.getAuthCode({ scopes: 'auth_base', success: (res) => resolve(res.authCode), fail: reject });
    });
  },

  async awaited() {
    const code = await this.code();
    my.showToast({ content: code }); //~ leaked-auth-code
  },

  open() {
    this.code().then((code) => {
      const url = '/pages/bind/bind?code=' + encodeURIComponent(code);
      my.navigateTo({ url }); //~ leaked-auth-code: into the address of a page
    });
  },

  handed() {
    my.getAuthCode({ scopes: 'auth_base', success: console.log, fail: () => {} }); //~ leaked-auth-code
  },

  onPhone() {
    my.getPhoneNumber({
      success: (res) => {
        const encrypted = JSON.parse(res.response).response;
        console.log(encrypted); //~ leaked-auth-code: encrypted phone number
        my.request({ url: 'https://api.example.com/phone', data: { encrypted } });
      },
      fail: () => my.showToast({ content: '请手动填写' }),
    });
  },

  onRefused() {
    my.showToast({ content: '请手动填写' });
  },
});
