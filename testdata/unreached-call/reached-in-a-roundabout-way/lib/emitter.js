const handlers = {};

module.exports = {
  on(name, handler) {
    (handlers[name] = handlers[name] || []).push(handler);
  },
  emit(name, ...rest) {
    (handlers[name] || []).forEach((handler) => handler(...rest));
  },
};
