const { minta } = require('../../lib/kode');

Page({
  masuk() {
    minta((kode) => this.setData({ kode }));
  },
});
