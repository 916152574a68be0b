const HOST = 'https://api.example.com';

export const post = (path, data = {}) => {
  console.log('[http]', path, data); //~ leaked-auth-code
  return my.request({ url: HOST + path, method: 'POST', data });
};

export function note(text = '') {
  console.info(text);
}
