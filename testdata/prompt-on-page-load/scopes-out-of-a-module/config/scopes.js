// 授权范围
export const BASE = 'auth_base';
export const USER = 'auth_user';

export const SCOPES = { SILENT: BASE, PROFILE: USER };
export const ALL = [BASE, USER];
