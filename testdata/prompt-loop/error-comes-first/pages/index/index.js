const client = require('@example/client');
const { insist, login, sometimes } = require('../../lib/login');

const told = {
  success: () => my.showToast({ content: '已登录' }),
  fail: () => my.showToast({ content: '可以先浏览' }),
};

Page({
  login() {
    login(client, told);
  },

  points() {
    insist(client, told);
  },

  coupons() {
    sometimes(client, told);
  },
});
