module.exports = function (options) {
  const made = {};
  Object.assign(made, options);
  made.onLoad = function (query) {
    this.$node = {};
    if (options.onLoad) {
      options.onLoad.call(this, query);
    }
  };
  return Page(made);
};
