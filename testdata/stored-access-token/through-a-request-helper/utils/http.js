const BASE = 'https://api.example.com';

export const post = (path, data) =>
  new Promise((resolve, reject) => {
    my.request({
      url: BASE + path,
      method: 'POST',
      data,
      success: (res) => resolve(res.data),
      fail: reject,
    });
  });
