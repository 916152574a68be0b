export const PHONE = 'phoneNumber';
export const SCOPES = { user: 'userInfo', phone: PHONE };
