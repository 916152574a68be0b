export const WANTED = ['BASE_USER_INFO', 'USER_INFO_EKYC'];
