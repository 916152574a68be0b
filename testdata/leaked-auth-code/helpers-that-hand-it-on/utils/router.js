const pages = { member: '/pages/member/member' };

// 统一跳转
export function open(options) {
  return my.navigateTo(options);
}

export const replace = (...args) => my.redirectTo(...args);

export function go(url) {
  if (!url || url.indexOf('/') !== 0) return;
  my.navigateTo({ url, fail: () => my.showToast({ content: 'No se pudo abrir' }) });
}

export function goTo(page, query) {
  const url = `${pages[page]}?${query}`
  my.navigateTo({ url })
}

export function log(tag, what) {
  const line = '[' + tag + '] ' + JSON.stringify(what);
  console.log(line);
}

// Quien tiene un código lo envía: lo que sobra es el registro.
export function login(code) {
  const line = 'código ' + code;
  console.log(line); //~ leaked-auth-code: written to a log
  my.request({ url: 'https://api.example.com/login', data: { code } });
}

export function post(...args) {
  console.log(args[1]); //~ leaked-auth-code: written to a log
  return my.request({ url: args[0], data: args[1], method: 'POST' });
}

export const note = (...args) => console.info('[tienda]', args[1]);
