export const INFO = 'getOpenUserInfo';
