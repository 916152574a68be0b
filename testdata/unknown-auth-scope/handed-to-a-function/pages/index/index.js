import { ask } from '../../auth';

Page({
  data: { isMember: false },

  login() {
    ask('auth_base', (res) => this.send(res));
    ask('User_Base_Info', (res) => this.send(res)); //~ unknown-auth-scope: `User_Base_Info`
    my.getAuthCode({
      scopes: this.data.isMember ? 'auth_user' : 'member', //~ unknown-auth-scope: `member`
      success: (res) => this.send(res),
      fail: () => my.showToast({ content: '可以先浏览' }),
    });
  },

  send({ authCode }) {
    my.request({ url: 'https://api.example.com/login', method: 'POST', data: { authCode } });
  },
});
