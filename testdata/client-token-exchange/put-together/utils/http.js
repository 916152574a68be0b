import { BASE, OWN } from './config';

const V = 'v2';

// 开放平台接口
export const get = (path, data) => my.request({ url: BASE + path, data });

export function own(path, data) {
  return my.request({ url: `${OWN}${path}`, data, method: 'POST' });
}

export const inquiry = (accessToken) =>
  my.request({ url: `https://open.example.com/${V}/customers/user/inquiryUserInfo`, data: { accessToken } }); //~ client-token-exchange: /v2/customers/user/inquiryUserInfo

// La versión y la ruta no van juntas.
export const send = (base, path) => my.request({ url: base + path });
