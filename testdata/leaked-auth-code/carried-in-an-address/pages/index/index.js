import { detail, list, login } from '../../utils/api';
import { Http, note, quiet } from '../../utils/request';

Page({
  onLoad() {
    list();
    detail(7);
  },

  login() {
    my.getAuthCode({
      scopes: ['auth_base'],
      success: (res) => {
        note({ level: 1, text: 'signing in' });
        login(res.authCode);
      },
    });
    my.getAuthCode({
      scopes: ['auth_base'],
      success: (res) => {
        note({ level: 1, text: 'code ' + res.authCode }); //~ leaked-auth-code
      },
    });
    my.getAuthCode({
      scopes: ['auth_base'],
      success: (res) => {
        quiet({ url: '/masuk', data: { biz: 'code:' + res.authCode, page: 1 } });
      },
    });
    my.getAuthCode({
      scopes: ['auth_base'],
      success: ({ authCode }) => {
        new Http({ url: '/masuk', data: { authCode } }).send();
      },
    });
  },
});
