export default (api) => (options) =>
  new Promise((success, fail) => {
    api({ ...options, success, fail });
  });
