import { post } from './request';

/** A session of our server; `null` for a guest. */
export function signIn() {
  return new Promise((resolve) => {
    my.getAuthCode({
      scopes: ['auth_user'],
      success: ({ authCode }) => {
        post('/session', { authCode }).then(resolve, () => resolve(null));
      },
      fail: () => resolve(null),
    });
  });
}
//~^^^^^^^^^ prompt-at-launch
