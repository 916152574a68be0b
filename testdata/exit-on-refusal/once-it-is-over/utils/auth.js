// 授权工具：拒绝之后，各页面自己决定怎么办
export const getCode = (scope) =>
  new Promise((resolve, reject) => {
    my.getAuthCode({ scopes: [scope], success: ({ authCode }) => resolve(authCode), fail: reject });
  });

// `false` cuando el usuario no quiere.
export function mayAsk(scope) {
  return new Promise((resolve) => {
    my.getAuthCode({
      scopes: scope,
      success: () => resolve(true),
      fail: () => { resolve(false); },
    });
  });
}

export async function relogin() {
  try {
    return await getCode('auth_user');
  } catch (e) {
    throw new Error('未授权');
  }
}

export async function quietly() {
  try {
    await getCode('auth_user');
  } catch (e) {
    return;
  }
  my.exitMiniProgram();
}
