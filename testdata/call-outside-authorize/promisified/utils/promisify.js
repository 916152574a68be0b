export const promisify = (api) => (options = {}) => new Promise((resolve, reject) => {
  api({ ...options, success: resolve, fail: reject });
});

export const getPhoneNumber = promisify(my.getPhoneNumber);
