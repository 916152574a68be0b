// bus kecil: satu daftar untuk tiap nama
class Bus {
  constructor() {
    this.events = {};
  }

  on(name, fn) {
    (this.events[name] || (this.events[name] = [])).push(fn);
    return this;
  }

  emit(name, ...args) {
    const list = this.events[name];
    if (list) list.forEach((fn) => fn(...args));
  }
}

export default new Bus();
