import CryptoJS from 'crypto-js';

export default class Cipher {
  static CLAVE = 'Mm28sXzQ0pRtYv34'; //~ client-secret
  name = 'tienda-2024';
  vector = CryptoJS.enc.Utf8.parse('0102030405060708');
  token = '';

  constructor(opciones = {}, clave) {
    this.key = CryptoJS.enc.Utf8.parse(opciones.key || 'Zt7RwQ1nK5xB9aLc'); //~ client-secret
    this.sign = clave;
    this.remote = opciones.remote;
  }

  seal(text) { return CryptoJS.AES.encrypt(text, this.key, { iv: this.vector }).toString(); }

  firma(text) { return CryptoJS.HmacSHA256(text + this.name, this.sign).toString(); }

  static abrir(text) { return CryptoJS.AES.decrypt(text, CryptoJS.enc.Utf8.parse(Cipher.CLAVE)).toString(); }

  // La clave viene del servidor.
  async load() {
    const { data } = await my.request({ url: 'https://api.tienda.example/clave' });
    this.token = data.token;
  }

  lejos(text) { return CryptoJS.AES.encrypt(text, this.token) + CryptoJS.AES.encrypt(text, this.remote); }
}
