export default function request(options) {
  return new Promise((resolve, reject) => {
    my.request({ ...options, success: (res) => resolve(res.data), fail: reject });
  });
}
