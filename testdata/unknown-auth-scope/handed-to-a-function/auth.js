export function ask(scopes, success) {
  my.getAuthCode({
    scopes,
    success,
    fail: () => my.showToast({ content: '可以先浏览' }),
  });
}

const DEFAULTS = { scopes: 'auth_base' };

// 选项会与默认值合并
export const askWith = (options) => new Promise((resolve, reject) => {
  my.getAuthCode({ ...DEFAULTS, ...options, success: resolve, fail: reject });
});

const SCOPES = { silent: 'auth_base', full: 'auth_usr' }; //~ unknown-auth-scope: `auth_user`

export const askFor = (kind) => askWith({ scopes: [SCOPES[kind]] });
