import to, { never, orLeave } from '../../utils/to';

const getCode = () => new Promise((success, fail) => {
  my.getAuthCode({ scopes: 'auth_user', success, fail });
});

const load = () => new Promise((success, fail) => {
  my.request({ url: 'https://api.example.com/orders', success, fail });
});

Page({
  async masuk() {
    const [error, res] = await to(getCode());
    if (error) {
      my.exitMiniProgram(); //~ exit-on-refusal
      return;
    }
    this.setData({ has: !!res });
  },

  // 请求失败才退出
  async order() {
    const [refused] = await to(getCode());
    if (refused) return my.showToast({ content: '可以不授权' });
    const [error, orders] = await to(load());
    if (error) {
      my.exitMiniProgram();
      return;
    }
    this.setData({ orders });
  },

  async pedido() {
    await orLeave(getCode());
    await never(load());
  },

  async lagi() {
    const [error] = await to(getCode());
    if (error) this.lagi(); //~ prompt-loop
  },
});
