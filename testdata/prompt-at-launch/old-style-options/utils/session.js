var utils = require('./extend');

var noop = function () {};
var defaults = { method: 'GET', success: noop, fail: noop };

exports.check = function (options) {
  options = utils.extend({}, defaults, options);
  my.getStorage({
    key: 'sesión',
    success: function (res) {
      if (res.data) options.success(res.data);
      else options.fail();
    },
  });
};
