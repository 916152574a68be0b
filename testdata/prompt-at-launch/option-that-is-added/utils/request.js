const HOST = 'https://api.example.com';
const noToken = () => my.showToast({ content: '可以先浏览' });

function send(option, token) {
  my.request({ url: option.url, headers: { token } });
}

function complete(option) {
  option.url = HOST + option.path;
  option.needsLogin = !option.path.startsWith('/public');
}

export function get(option) {
  complete(option);
  if (option.needsLogin) {
    my.getAuthCode({ scopes: 'auth_user', success: (res) => send(option, res), fail: noToken }); //~ prompt-at-launch
  }
}

export function later(option) {
  setTimeout(() => {
    const { needsLogin } = option;
    if (needsLogin) {
      my.getAuthCode({ scopes: 'auth_user', success: (res) => send(option, res), fail: noToken }); //~ prompt-at-launch
    }
  }, 100);
  option.needsLogin = true;
}

export function all(options, shared) {
  for (const option of options) {
    if (shared.needsLogin) {
      my.getAuthCode({ scopes: 'auth_user', success: (res) => send(option, res), fail: noToken }); //~ prompt-at-launch
    }
    complete(shared);
  }
}

const DEFAULTS = { quiet: true };
const gate = {
  isOpen: false,
  open() {
    this.isOpen = true;
  },
};

export function enter(token) {
  gate.open();
  if (gate.isOpen) {
    my.getAuthCode({ scopes: 'auth_user', success: (res) => send({ token }, res), fail: noToken }); //~ prompt-at-launch
  }
}

export function visit(option) {
  const { quiet } = { ...DEFAULTS, ...option };
  const all = { ...DEFAULTS, ...option };
  if (!all.quiet) {
    my.getAuthCode({ scopes: 'auth_user', success: (res) => send(quiet, res), fail: noToken }); //~ prompt-at-launch
  }
}

export function post(option) {
  if (typeof option === 'object' && option.needsLogin) {
    my.getAuthCode({ scopes: 'auth_user', success: (res) => send(option, res), fail: noToken });
  }
  complete(option);
}
