export const SCOPES = { guest: ['auth_base'] };
