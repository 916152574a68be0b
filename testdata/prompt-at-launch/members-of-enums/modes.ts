export const enum Mode { Silent = 'silent', Active = 'active' }
