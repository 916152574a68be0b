// Como en los SDK de hace años.
function extend(target) {
  var sources = Array.prototype.slice.call(arguments, 1);
  for (var i = 0; i < sources.length; i += 1) {
    var source = sources[i];
    for (var key in source) {
      if (source.hasOwnProperty(key)) {
        target[key] = source[key];
      }
    }
  }
  return target;
}

function each() {
  var steps = [].slice.call(arguments);
  Array.prototype.forEach.call(steps, function (step) { step(); });
}

module.exports = { extend: extend, each: each };
