const later = require('./later.js');

Page({
  data: { name: '我的' },

  login() {
    later.onLaunch();
  },
});
