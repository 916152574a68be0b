import { REFUSED } from './keys';

let veces = 0;

export const yaRechazo = () => Boolean(my.getStorageSync({ key: REFUSED }).data);

export const recordarRechazo = () => my.setStorageSync({ key: REFUSED, data: true });

// 只在第一次打开时询问
export function primeraVez() {
  veces += 1;
  return veces === 1;
}

class Permisos {
  _negado = false;

  get negado() { return this._negado; }

  negar() { this._negado = true; }
}

export default new Permisos();
