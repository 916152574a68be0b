const getCode = () => new Promise((resolve, reject) => {
  my.getAuthCode({ scopes: 'auth_user', success: resolve, fail: reject });
});

const getMember = () => new Promise((resolve, reject) => {
  my.getAuthCode({ scopes: 'auth_user', success: resolve, fail: reject });
});

const getPoints = () => new Promise((resolve) => {
  my.getAuthCode({ scopes: 'auth_user', success: resolve, fail: () => resolve(null) });
});

Page({
  bind() {
    getCode().catch(() => {}).then(() => this.bind()); //~ prompt-loop: a refusal of `my.getAuthCode` asks again at once
  },

  async retry() {
    let res = null;
    try { res = await getMember(); } catch (e) { console.log('用户取消'); }
    if (!res) return this.retry(); //~ prompt-loop
    this.setData({ bound: true });
  },

  async thrice(count = 0) {
    const res = await getPoints();
    if (!res && count < 3) this.thrice(count + 1);
  },

  async later() {
    const res = await getPoints();
    if (res) return this.later();
    my.showToast({ content: '您已取消授权' });
  },
});
