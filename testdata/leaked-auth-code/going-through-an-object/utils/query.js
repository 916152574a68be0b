// 拼接查询参数
export const query = (params) =>
  Object.keys(params)
    .filter((key) => params[key] !== undefined)
    .map((key) => `${key}=${encodeURIComponent(params[key])}`)
    .join('&');

export function url(path, params) {
  const parts = [];
  Object.keys(params).sort().forEach((name) => {
    if (params[name] == null) return;
    parts.push(name + '=' + params[name]);
  });
  return path + '?' + parts.join('&');
}

export function linea(o) {
  let texto = '';
  for (const clave in o) {
    if (o.hasOwnProperty(clave)) texto += clave + ': ' + o[clave] + '; ';
  }
  return texto;
}

// Sin datos reservados.
export const publica = (o) =>
  Object.keys(o)
    .filter((clave) => clave !== 'code' && clave !== 'authCode')
    .map((clave) => clave + '=' + o[clave])
    .join('&');

const RESERVADOS = ['authCode', 'code'];

export function resumen(o) {
  let texto = '';
  Object.entries(o).forEach(([clave, valor]) => {
    const reservado = RESERVADOS.includes(clave);
    texto += `${clave}=${reservado ? '***' : valor}&`;
  });
  return texto;
}
