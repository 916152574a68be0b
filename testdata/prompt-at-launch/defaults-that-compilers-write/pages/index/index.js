var account = require('../../account');

Page({
  onLoad: function () {
    account.identify();
    account.peek({});
    account.renew({ force: true });
    account.start();
  },
  join: function () {
    getApp().login(false);
    getApp().connect(false);
    account.identify('auth_user');
    account.peek({ force: true });
  },
});
