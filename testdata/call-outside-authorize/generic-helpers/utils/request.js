export function request({ url, data, success, fail }) {
  my.request({
    url: `https://api.example.com/${url}`,
    data,
    success: (res) => (res.status === 200 ? success(res.data) : fail(res)),
    fail,
  });
}

export function run(task, ...args) {
  my.showLoading();
  const result = task(...args);
  my.hideLoading();
  return result;
}

export const later = (fn) => setTimeout(fn, 100);
