const HOST = 'https://api.example.com/camelia';

function send(method, path, data) {
  return new Promise((resolve, reject) => {
    my.request({
      url: HOST + path,
      method,
      data,
      success: (res) => resolve(res.data),
      fail: reject,
    });
  });
}

export const get = (path, data) => send('GET', path, data);
export const post = (path, data) => send('POST', path, data);
