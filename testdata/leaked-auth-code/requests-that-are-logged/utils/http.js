const base = 'https://api.example.com';

// setiap permintaan dicatat
export function post({ url, data = {} } = {}) {
  console.log('[http]', url, data); //~ leaked-auth-code
  return my.request({ url: base + url, method: 'POST', data });
}

export function postQuietly({ url, data = {} }) {
  console.log('[http]', url, Object.keys(data).length);
  return my.request({ url: base + url, method: 'POST', data });
}

export const send = (options) => {
  console.log(JSON.stringify(options.data)); //~ leaked-auth-code
  const all = Object.assign({ t: Date.now() }, options.data);
  console.log(all); //~ leaked-auth-code
  return my.request({ ...options, url: base + options.url, data: all });
};

export const search = (options) => {
  console.log(options.data);
  return my.request(options);
};
