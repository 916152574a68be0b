import CryptoJS from 'crypto-js';

export function decrypt(text, key) {
  const bytes = CryptoJS.AES.decrypt(text, CryptoJS.enc.Base64.parse(key), { //~ client-phone-decryption
    iv: CryptoJS.enc.Hex.parse('00000000000000000000000000000000'),
    mode: CryptoJS.mode.CBC,
  });
  return bytes.toString(CryptoJS.enc.Utf8);
}
