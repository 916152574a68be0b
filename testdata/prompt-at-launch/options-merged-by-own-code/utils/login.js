const DEFAULTS = { method: 'GET', silent: false };
const fail = () => my.showToast({ content: '可以先浏览' });

function send({ authCode }) {
  my.request({ url: 'https://api.example.com/session', data: { authCode } });
}

function extend(target) {
  var sources = Array.prototype.slice.call(arguments, 1);
  for (var i = 0; i < sources.length; i += 1) {
    var source = sources[i];
    for (var key in source) {
      if (source.hasOwnProperty(key)) {
        target[key] = source[key];
      }
    }
  }
  return target;
}

const merge = (target, ...sources) => {
  sources.forEach((source) => {
    Object.keys(source).forEach((key) => {
      target[key] = source[key];
    });
  });
  return target;
};

// 只补上缺少的，不覆盖已有的
function fill(target) {
  var sources = [].slice.call(arguments, 1);
  sources.forEach(function (source) {
    for (var key in source) {
      if (target[key] === undefined) target[key] = source[key];
    }
  });
  return target;
}

export function login(options) {
  options = extend({}, DEFAULTS, options);
  let scopes = ['auth_base'];
  if (options.type !== '0') scopes = ['auth_user'];
  my.getAuthCode({ scopes, success: send, fail });
}

export function enter(options) {
  const { silent } = merge({}, DEFAULTS, options);
  my.getAuthCode({ scopes: silent ? 'auth_base' : 'auth_user', success: send, fail });
}

export function visit(options) {
  const { silent } = fill({}, DEFAULTS, options);
  my.getAuthCode({ scopes: silent ? 'auth_base' : 'auth_user', success: send, fail }); //~ prompt-at-launch
}
