// 日志工具：线上环境不输出
var enabled = true;

function info() {
  if (enabled) console.log.apply(console, arguments);
}

function warn() {
  var lista = Array.prototype.slice.call(arguments);
  lista.unshift('[tienda]');
  console.warn.apply(console, lista)
}

function count() { console.log(arguments.length); }

module.exports = {
  info: info,
  warn,
  count,
  debug: function () { console.debug('[debug]', ...arguments); },
  first() {
    console.log(arguments[0]);
  },
};
