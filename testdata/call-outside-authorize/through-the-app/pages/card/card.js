Page({
  bind() {
    getApp().phoneOf(this, 'onPhone');
  },

  onPhone(response) {
    my.request({ url: 'https://api.example.com/phone', data: { response } });
  },
});
