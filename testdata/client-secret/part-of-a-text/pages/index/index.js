import CryptoJS from '../../utils/crypto';

const material = 'k3y-of-the-shop!-and-more'; //~ client-secret: the key of a cipher or HMAC

Page({
  seal(text) {
    const key = CryptoJS.enc.Utf8.parse(material.substr(0, 16));
    return CryptoJS.AES.encrypt(text, key).toString();
  },
  open(text, key) {
    return CryptoJS.AES.decrypt(text, key.substr(0, 16)).toString();
  },
});
