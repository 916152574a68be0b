const fail = () => my.showToast({ content: '可以先浏览' });

function send({ authCode }) {
  my.request({ url: 'https://api.example.com/session', data: { authCode } });
}

export function byKind(option) {
  const kind = option.kind === '0' ? '0' : '1';
  let scopes = ['auth_base'];
  if (kind !== '0') scopes = ['auth_user'];
  my.getAuthCode({ scopes, success: send, fail });
}

export function byFlag(option) {
  let ask = true;
  if (option.silent) ask = false;
  my.getAuthCode({ scopes: ask ? 'auth_user' : 'auth_base', success: send, fail });
}

export function byWord(option) {
  let level = 'base';
  if (option.kind === 'member') level = 'user';
  const scopes = level === 'user' ? ['auth_user'] : ['auth_base'];
  my.getAuthCode({ scopes, success: send, fail });
}

export function byNumber(option) {
  const ask = option.kind == 1;
  my.getAuthCode({ scopes: ask ? 'auth_user' : 'auth_base', success: send, fail });
}

export function byAbsence(option) {
  const ask = typeof option.ask === 'undefined' ? true : option.ask;
  my.getAuthCode({ scopes: ask ? 'auth_user' : 'auth_base', success: send, fail });
}

export function byTable(option) {
  const asks = { user: true, base: false };
  const ask = asks[option.kind];
  my.getAuthCode({ scopes: ask ? 'auth_user' : 'auth_base', success: send, fail });
}

const ASKS = [true, false];

export function byPlace(option) {
  my.getAuthCode({ scopes: ASKS[option.kind] ? 'auth_user' : 'auth_base', success: send, fail });
}

const SILENT = 'auth_base';
const FULL = 'auth_user';

export function byChoice(option) {
  const scopes = option.full ? FULL : SILENT;
  my.getAuthCode({ scopes, success: send, fail });
}

export function laterOn(option) {
  let scopes = 'auth_user';
  if (option.silent) scopes = 'auth_base';
  my.getNetworkType({
    success: () => my.getAuthCode({ scopes, success: send, fail }),
  });
}

export function afterAll(option) {
  let ask = false;
  if (!option.silent) ask = true;
  // 未登录时总要询问
  if (!my.getStorageSync({ key: 'token' }).data) ask = true;
  my.getAuthCode({ scopes: ask ? 'auth_user' : 'auth_base', success: send, fail }); //~ prompt-at-launch
}

const TABLE = { user: true, base: false };

export function byChangedTable(option) {
  my.getAuthCode({ scopes: TABLE[option.kind] ? 'auth_user' : 'auth_base', success: send, fail }); //~ prompt-at-launch
}

export function askAll() {
  TABLE.base = true;
}

export function changedLater(option) {
  let scopes = 'auth_base';
  my.getNetworkType({
    success: () => my.getAuthCode({ scopes, success: send, fail }), //~ prompt-at-launch
  });
  if (option.silent) scopes = 'auth_user';
}
