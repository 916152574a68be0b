exports.go = function (path, query) {
  const text = Object.keys(query).map((key) => `${key}=${query[key]}`).join('&');
  my.reLaunch({ url: `${path}?${text}` });
};

exports.warn = (...parts) => console.warn('[shop]', ...parts);
