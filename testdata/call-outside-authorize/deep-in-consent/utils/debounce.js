module.exports = function debounce(fn, wait) {
  let timer = null;
  return function () {
    const self = this, args = arguments;
    clearTimeout(timer);
    timer = setTimeout(function () { fn.apply(self, args) }, wait);
  };
};
