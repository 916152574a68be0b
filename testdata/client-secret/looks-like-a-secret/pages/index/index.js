import CryptoJS from '../../utils/crypto';

const PUBLIC_KEY = 'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBAb1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+';
const amapKey = '9f8e7d6c5b4a39281706f5e4d3c2b1a0';
const statistics = { umengKey: '5f4e3d2c1b0a99887766554433221100', salt: 'a1b2c3d4e5f60718' };
const iv = CryptoJS.enc.Utf8.parse('0102030405060708');
const settings = { appSecret: 'your-app-secret-000001', clientSecret: '', secret: 'settings.secret' };

function shift(text, key) {
  return text + key;
}

Page({
  async send() {
    const key = (await my.request({ url: 'https://api.example.com/key' })).data;
    const text = shift('text', 'k3y-of-the-shop!');
    const sealed = CryptoJS.AES.encrypt(text, CryptoJS.enc.Utf8.parse(key), { iv });
    my.request({
      url: 'https://api.example.com/?key=' + amapKey,
      data: { sealed, settings, statistics, PUBLIC_KEY },
    });
  },
});
