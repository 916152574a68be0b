import AES from 'crypto-js/aes';
import Utf8 from 'crypto-js/enc-utf8';
import hmac from 'crypto-js/hmac-sha256';
import md5 from 'crypto-js/md5';
import { HmacSHA1 as h, DES as d, enc } from 'crypto-js';

const firma = require('crypto-js/hmac-sha512.js');

export const seal = (text) => AES.encrypt(text, Utf8.parse('q8Zx2LmP0vRt5NwY')).toString(); //~ client-secret
export const sign = (text) => hmac(text, 'Lk92mXzQ0pRtYv31').toString(); //~ client-secret
export const old = (text) => h(text, 'Pz81MnbVk7Gf93Lq') + d.encrypt(text, enc.Utf8.parse('k7Gf93Lq')); //~ client-secret //~ client-secret
export const firmar = (text, clave) => firma(text, clave).toString();
// 摘要不需要密钥
export const digest = (text) => md5(text, 'Lk92mXzQ0pRtYv32').toString();
export const key = (text) => enc.Utf8.parse(text, 'Lk92mXzQ0pRtYv33');
