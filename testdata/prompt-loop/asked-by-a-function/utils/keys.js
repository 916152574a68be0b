export const REFUSED = 'authRefused';
export const KEYS = { coupons: 'couponsRefused', token: 'token' };
