const request = require('../../utils/request');

Page({
  data: { ofertas: [] },
  onLoad() {
    request.post('/ofertas', {}, (ofertas) => this.setData({ ofertas }));
  },
});
