// 把带回调的接口变成 Promise
export const promisify = (api) => (options) =>
  new Promise((resolve, reject) => {
    api({ ...options, success: resolve, fail: reject });
  });

export const withMessage = (api) => (options) =>
  new Promise((resolve, reject) => {
    api({
      ...options,
      success: resolve,
      fail: (err) => {
        my.showToast({ content: err.errorMessage || '请稍后再试' });
        reject(err);
      },
    });
  });

export const quietly = (api) => (options) =>
  new Promise((resolve, reject) => {
    api({
      ...options,
      success: (res) => resolve(res),
      fail: (err) => {
        console.warn(err);
        reject(err);
      },
    });
  });
