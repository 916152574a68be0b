export const getCode = (scopes) => new Promise((resolve, reject) => {
  my.getAuthCode({ scopes, success: ({ authCode }) => resolve(authCode), fail: reject });
});
