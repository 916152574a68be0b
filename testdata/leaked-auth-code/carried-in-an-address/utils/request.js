const HOST = 'https://api.example.com';

export const request = params => {
  const { url, method, data, open } = params;
  const header = {};
  if (!open) header.token = my.getStorageSync({ key: 'token' }).data;
  const requestUrl = `${HOST}/${url}`;
  return new Promise((resolve, reject) => {
    console.log('request -> ', requestUrl); //~ leaked-auth-code: written to a log
    my.request({ url: requestUrl, method: method || 'GET', header, data: data || {}, success: resolve, fail: reject });
  });
};

request.post = (params) => {
  const newParams = { ...params, method: 'POST' };
  return request(newParams);
};

// 只记录接口返回，不记录请求
export function quiet(options) {
  const all = Object.assign({}, { method: 'GET' }, options);
  console.log(all.method, all.data.page);
  console.log(all.data.biz); //~ leaked-auth-code
  return my.request({ ...all, success: (res) => console.log(res.data) });
}

// Un registro para todo: quien le da el código es quien se equivoca.
export const note = (entry) => {
  console.info(entry.level, entry.text);
};

export class Http {
  constructor(options) {
    this.options = options;
  }

  send() {
    console.log(this.options.url);
    console.log(this.options.data); //~ leaked-auth-code
    return my.request(this.options);
  }
}
