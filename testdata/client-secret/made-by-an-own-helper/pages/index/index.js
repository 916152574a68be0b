import Cipher from '../../utils/cipher';
const { encrypt, seal } = require('../../utils/des');

const cipher = new Cipher({}, 'Hn4pLs8vWd2yJ6uC'); //~ client-secret

Page({
  async enviar() {
    await cipher.load();
    const data = [encrypt('a'), seal('b'), cipher.seal('c'), cipher.firma('d'), Cipher.abrir('e'), cipher.lejos('f')];
    my.request({ url: 'https://api.tienda.example/datos', data: { data } });
  },
});
