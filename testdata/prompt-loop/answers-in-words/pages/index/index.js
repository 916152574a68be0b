import { ask, choose } from '../../utils/dialog';

function login(fail) {
  my.getAuthCode({
    scopes: ['auth_user'],
    success(res) {
      my.request({ url: 'https://api.example.com/login', data: { code: res.authCode } });
    },
    fail,
  });
}

Page({
  bind() {
    login(() => this.askAgain());
  },

  async askAgain() {
    const { action } = await ask('绑定需要授权，再试一次吗');
    if (action === 'cancel') {
      my.showToast({ content: '您可以稍后在“我的”中绑定' });
      return;
    }
    this.bind();
  },

  join() {
    login(() => this.insist());
  },

  async insist() {
    const { action } = await ask('确定不入会吗');
    if (action === 'accept') {
      my.showToast({ content: '期待您下次加入' });
      return;
    }
    this.join(); //~ prompt-loop
  },

  collect() {
    login(() => {
      choose(['重新授权', '联系客服'], (error, index) => {
        if (error) {
          my.showToast({ content: '已取消' });
        } else if (index === 0) {
          this.collect();
        }
      });
    });
  },

  share() {
    login(() => {
      choose(['重新授权', '联系客服'], (error) => {
        if (!error) {
          my.showToast({ content: '谢谢' });
          return;
        }
        this.share(); //~ prompt-loop
      });
    });
  },
});
