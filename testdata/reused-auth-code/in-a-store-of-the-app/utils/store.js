export default class Store {
  constructor(values) {
    this._data = {};
    Object.assign(this, values)
  }

  set(key, value) {
    this._data[key] = value;
    this.changed = Date.now();
  }

  get(key) { return this._data[key]; }

  all() { return { ...this._data }; }
}
