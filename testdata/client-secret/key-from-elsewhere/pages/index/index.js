import CryptoJS from '../../utils/crypto';
import config, { KEY, NAME } from '../../utils/config';

const old = require('../../utils/old');
const app = getApp();

Page({
  send() {
    const data = {
      sealed: app.seal(NAME, app.globalData.pkey, app.globalData.iv),
      older: CryptoJS.AES.encrypt(old.NAME, old.KEY),
      name: CryptoJS.AES.encrypt(app.globalData.title, KEY),
      signed: CryptoJS.HmacSHA256(NAME, config.sign),
    };
    my.request({
      url: config.host,
      data,
      success: (res) => {
        // The server's key, and one of which nothing is known.
        app.open(res.data.text, res.data.key);
        app.open(res.data.text, app.globalData.skey);
        // One that only stands for another.
        app.open(res.data.text, 'your-key-here-1');
      },
    });
  },
});
