export function checked(options) {
  const before = options.onShow;
  options.onShow = function () {
    if (before) before.call(this);
  };
  return options;
}
