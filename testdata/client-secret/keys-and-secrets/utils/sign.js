import CryptoJS from './crypto';

const MERCHANT = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCAb1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+Ab1+'; //~ client-secret: a private key
const key = CryptoJS.enc.Utf8.parse('k3y-of-the-shop!'); //~ client-secret: the key of a cipher or HMAC
const iv = CryptoJS.enc.Utf8.parse('0102030405060708');

export function seal(text) {
  return CryptoJS.AES.encrypt(text, key, { iv }).toString() + CryptoJS.HmacSHA256(text, 'h9mac-k3y'); //~ client-secret
}

export function sign(text) {
  return my.rsa({ action: 'decrypt', text, key: MERCHANT });
}
