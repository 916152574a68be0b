// 旧的签名方式，已不再使用
import { ordenar } from './ordenar';

var salt = 'k8s2-ins';

export function firmar(parametros) {
  return ordenar(parametros).join('&') + salt;
}

export const appSecret = 'f3c1a98be0574d2c9b7d6e5a41c0f2d8'; //~ client-secret
