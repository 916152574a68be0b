const request = require('../../utils/request');

Page({
  data: { ready: my.canIUse('button.open-type.getAuthorize') },
  start() {
    request.post('/session', {}, () => {
      my.getPhoneNumber({
        success: (res) => request.post('/phone', { phone: res.response }, () => {}),
        fail: () => this.later(),
      });
    });
  },
  late() {
    request.post('/session', {}, () => {
      my.getPhoneNumber({ fail: () => this.later() }); //~ call-outside-authorize: from the handler `onTap`
    });
  },
  later() { my.showToast({ content: 'Puede escribir su número' }) },
});
