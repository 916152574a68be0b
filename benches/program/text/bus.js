const listeners = {};

function on(name, listener, self) {
  (listeners[name] = listeners[name] || []).push({ listener, self });
}

function off(name, listener) {
  const list = listeners[name] || [];
  listeners[name] = list.filter((it) => it.listener !== listener);
}

function emit(name, ...values) {
  (listeners[name] || []).forEach(({ listener, self }) => listener.apply(self, values));
}

export default { on, off, emit };
