import { sign } from './sign';

// A module for mini programs, published by itself.
export function login(send: (code: string, mark: string) => void, refuse: () => void) {
  my.getAuthCode({
    scopes: 'auth_user',
    success: (res) => {
      console.log(res.authCode); //~ leaked-auth-code
      my.setStorageSync({ key: 'code', data: res.authCode }); //~ reused-auth-code
      send(res.authCode, sign(res.authCode));
    },
    fail: refuse,
  });
}

export function readUser(done: (nick: string) => void, refuse: () => void) {
  my.getOpenUserInfo({
    success: (res) => {
      const info = JSON.parse(res.response).response;
      if (info.code === 10000) done(info.nickName); //~ numeric-response-code
    },
    fail: refuse,
  });
}
