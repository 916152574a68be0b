import Store from '../../utils/store';

const app = getApp();

Page({
  entrar() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: (res) => {
        app.globalData.set('authCode', res.authCode); //~ reused-auth-code: kept in the app
        app.globalData.set('scopes', res.authSuccessScopes);
      },
    });
  },

  // 表单只在本次请求中使用
  canjear() {
    const form = new Store({ tipo: 'cupon' });
    my.getAuthCode({
      scopes: 'auth_base',
      success: ({ authCode }) => {
        form.set('code', authCode);
        my.request({
          url: 'https://api.example.com/canje',
          data: form.all(),
          success: ({ data }) => app.globalData.set('session', data.session),
        });
      },
    });
  },
});
