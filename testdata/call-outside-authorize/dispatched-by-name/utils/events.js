const map = new Map();

export default {
  on(name, fn) {
    if (!map.has(name)) map.set(name, []);
    map.get(name).push(fn);
  },
  emit(name, arg) {
    (map.get(name) || []).forEach((fn) => fn(arg));
  },
};
