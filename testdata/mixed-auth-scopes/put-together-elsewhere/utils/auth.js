export const SCOPES = { NAME: 'USER_NICKNAME', FACE: 'USER_AVATAR', PHONE: 'PLAINTEXT_MOBILE_PHONE' };

export const login = (scopes) => new Promise((resolve, reject) => {
  my.getAuthCode({ scopes, success: resolve, fail: reject });
});

export function ask({ first, ...options }) {
  my.getAuthCode({
    ...options,
    scopes: [first, options.second],
    fail: () => my.showToast({ content: 'Puede completarlo a mano' }),
  });
}
