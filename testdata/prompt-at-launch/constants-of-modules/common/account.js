import LEVEL, { ACTIVE, Kind, STEP } from './modes';
import * as modes from './modes';
import remote from './remote';

const flags = require('./flags');
const ENV = 'prod';
const tell = () => my.alert({ content: 'Please try again' });

export function signIn(mode) {
  if (mode === ACTIVE) my.getAuthCode({ scopes: 'auth_user', fail: tell });
}

export function reconnect(mode) {
  if (modes.ACTIVE !== mode) return;
  my.getAuthCode({ scopes: 'auth_user', fail: tell });
}

export function join(kind) {
  switch (kind) {
    case Kind.MEMBER:
      my.getAuthCode({ scopes: 'auth_user', fail: tell });
  }
}

export function enter(step) {
  if (step === STEP.ASK) my.getAuthCode({ scopes: 'auth_user', fail: tell });
}

export function upgrade(level) {
  if (level === LEVEL.FULL) my.getAuthCode({ scopes: 'auth_user', fail: tell });
}

export function greet() {
  if (flags.askAtStart) my.getAuthCode({ scopes: 'auth_user', fail: tell });
  if (ENV === 'dev') my.getAuthCode({ scopes: 'auth_user', fail: tell });
}

export function welcome(mode) {
  if (mode === ACTIVE) my.getAuthCode({ scopes: 'auth_user', fail: tell }); //~ prompt-at-launch
}

// What the server says may change it.
export function remind() {
  if (remote.askAtOnce) my.getAuthCode({ scopes: 'auth_user', fail: tell }); //~ prompt-at-launch
  if (flags.greet) my.getAuthCode({ scopes: 'auth_user', fail: tell }); //~ prompt-at-launch
}
