import { request } from './request';
import storage from './storage';

let pending = null;

/** 静默登录：不弹出授权框 */
export function login() {
  if (pending) {
    return pending;
  }
  pending = new Promise((resolve, reject) => {
    my.getAuthCode({
      scopes: 'auth_base',
      success: ({ authCode }) => {
        request('/session', { authCode }, 'POST').then((user) => {
          storage.set('token', user.session);
          resolve(user);
        }, reject);
      },
      fail: (error) => {
        pending = null;
        reject(error);
      },
    });
  });
  return pending;
}

export function isExpired(session) {
  return !session || session.expires < Date.now();
}

export async function ensure() {
  const session = storage.get('session');
  if (isExpired(session)) {
    return login();
  }
  return session;
}

/** Asks for the profile; to be used by the handlers of authorize buttons. */
export function profile(done, refused) {
  my.getOpenUserInfo({
    success: (res) => {
      const user = JSON.parse(res.response).response;
      if (user.code !== '10000') {
        refused(user);
        return;
      }
      done({ name: user.nickName, image: user.avatar });
    },
    fail: refused,
  });
}
