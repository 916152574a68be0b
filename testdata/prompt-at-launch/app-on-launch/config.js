module.exports = { scopes: { login: 'auth_user', base: 'auth_base' } };
