import CryptoJS from './utils/crypto';

App({
  globalData: {
    pkey: 'SY7PQ31B9K2XWM60ZTR5', //~ client-secret: the key of a cipher or HMAC
    skey: '',
    iv: '0102030405060708',
    title: 'shop-2024',
  },

  seal(text, keys, iv) {
    const key = CryptoJS.enc.Utf8.parse(keys.substr(0, 16));
    return CryptoJS.AES.encrypt(text, key, { iv: CryptoJS.enc.Utf8.parse(iv) }).toString();
  },

  open(text, key) {
    return CryptoJS.AES.decrypt(text, key);
  },
});
