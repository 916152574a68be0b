import { request } from './request';

export const login = code => request.post({
  url: `auth/alipay/login?code=${code}`,
});

export const list = () => request({ url: 'orders' });
export const detail = (id) => request({ url: `orders/${id}` });
