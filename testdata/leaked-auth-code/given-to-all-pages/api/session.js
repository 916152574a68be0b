export function start(code) {
  console.log('code', code); //~ leaked-auth-code
  return my.request({ url: 'https://api.example.com/session', data: { code } });
}

export function trace(code) {
  console.log('code', code);
}
