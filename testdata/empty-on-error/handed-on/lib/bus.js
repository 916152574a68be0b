const listeners = {};

exports.on = (name, listener) => (listeners[name] = listener);
exports.emit = (name, data) => listeners[name] && listeners[name](data);
