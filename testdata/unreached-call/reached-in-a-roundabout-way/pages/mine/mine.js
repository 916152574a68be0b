const bus = require('../../lib/emitter');

function read() {
  my.getPhoneNumber.call(my, {
    success: ({ response }) => my.request({ url: 'https://api.example.com/phone', data: { response } }),
    fail: () => my.showToast({ content: '也可以手动填写' }),
  });
}

Page({
  onLoad() {
    bus.on('phone', read);
  },

  onPhone() {
    bus.emit('phone');
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写' });
  },
});
