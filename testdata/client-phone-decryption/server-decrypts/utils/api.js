export const decryptPhone = (data) =>
  new Promise((resolve, reject) => {
    my.request({
      url: 'https://api.example.com/phone/decrypt',
      method: 'POST',
      data,
      success: (res) => resolve(res.data),
      fail: reject,
    });
  });
