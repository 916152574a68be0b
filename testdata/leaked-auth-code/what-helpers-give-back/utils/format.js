export const label = (name, value) => `${name}=${value}`;

export function address(path, query) {
  let url = path;
  url += '?code=' + encodeURIComponent(query.code);
  return url;
}

export function text(tag, what) { return '[' + tag + '] ' + JSON.stringify(what); }

export const masked = (code) => code.slice(0, 3) + '***';

export const body = (code, extra) => ({ code, ...extra, t: Date.now() });

// 仅保留前两位
export function sinCodigo(res) {
  const copia = { ...res };
  copia.authCode = masked(res.authCode);
  return copia;
}

export const state = (res) => (res && res.authCode ? 'ok' : 'vacío');

export const both = (first, second) => { const parts = [first]; parts.push(second); return parts.join('|') };

export async function same(it) { return it; }
