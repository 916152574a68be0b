import CryptoJS from 'crypto-js';

export interface Respuesta { response: string; sign?: string }

const clave = (): string => getApp<{ clave: string }>().clave;

export const sellar = (texto: string): string => CryptoJS.AES.encrypt(texto, clave()).toString();
export const abrir = (texto: string): string => CryptoJS.AES.decrypt(texto, clave()).toString(CryptoJS.enc.Utf8);
