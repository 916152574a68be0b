// 只处理授权码的函数：日志写在这里，错就在这里
export function login(authCode) {
  console.log('login', authCode); //~ leaked-auth-code: written to a log
  return my.request({ url: 'https://api.example.com/login', data: { authCode } });
}

// Un registro para todo: quien le da el código es quien se equivoca.
export const trace = (text) => {
  console.info('[tienda]', text);
};

// Whoever has a code must send it: what is wrong is the log.
export const send = (url, body) => {
  console.log(url, body); //~ leaked-auth-code: written to a log
  return my.request({ url, data: body });
};
