const sure = (content) =>
  new Promise((resolve, reject) => {
    my.confirm({ content, success: (res) => (res.confirm ? resolve() : reject()) });
  });

const told = (content) =>
  new Promise((resolve) => {
    my.confirm({ content, success: (res) => resolve(res.confirm), fail: () => resolve(false) });
  });

Page({
  data: { title: '加入会员' },

  join() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: (res) => this.send(res),
      fail: () => sure('需要授权才能加入，是否重试？').then(() => this.join()).catch(() => this.leave()),
    });
    this.insist();
  },

  insist() {
    my.getAuthCode({
      scopes: ['auth_user'],
      success: (res) => this.send(res),
      fail: () => told('请授权').then(() => this.insist()), //~ prompt-loop
    });
  },

  leave() {
    this.setData({ title: '先逛逛' });
  },

  send({ authCode }) {
    my.request({ url: 'https://api.example.com/join', method: 'POST', data: { authCode } });
  },
});
