const listeners = {};

export default {
  on(name, listener) {
    (listeners[name] = listeners[name] || []).push(listener);
  },
  emit(name, data) {
    (listeners[name] || []).forEach((listener) => listener(data));
  },
};
