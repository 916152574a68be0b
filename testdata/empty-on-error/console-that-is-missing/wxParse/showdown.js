/* Markdown 转 HTML，随 wxParse 一起引入 */
(function () {
var showdown = {}

showdown.helper = {}
showdown.helper.isUndefined = function (value) {
  'use strict';
  return typeof value === 'undefined';
};

if (showdown.helper.isUndefined(console)) {
  console = {
    warn: function (msg) {
      'use strict';
      my.alert({ content: msg });
    },
    log: function (msg) {
      'use strict';
      my.alert({ content: msg });
    },
    error: function (msg) {
      'use strict';
      throw msg;
    }
  };
}
if (typeof Promise === "undefined" || !Promise) Promise = require('../lib/promise')

showdown.makeHtml = function (text) { console.log(text.length); return '<p>' + text + '</p>' }
module.exports = showdown;
}).call(this);
