const CryptoJS = require('crypto-js');

function toKey(k) { return CryptoJS.enc.Utf8.parse(k); }

const IV = '0102030405060708';
const KEY = 'k7Gf93LqPz81MnbV'; //~ client-secret

// 密钥
const getKey = () => toKey(KEY);

function encrypt(text, key = 'q8Zx2LmP') { //~ client-secret
  return CryptoJS.DES.encrypt(text, toKey(key), { iv: toKey(IV), padding: CryptoJS.pad.Pkcs7 }).toString();
}

function seal(text) {
  const title = toKey('tienda-2024-es');
  return CryptoJS.AES.encrypt(title + text, getKey()).toString();
}

module.exports = { encrypt, seal };
