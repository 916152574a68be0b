class Store {
  #listeners = new Set();

  static create(state) {
    return new Store(state);
  }

  constructor(state) {
    this.state = state;
  }

  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  set(part) {
    Object.assign(this.state, part);
    this.#listeners.forEach((listener) => listener(this.state));
  }
}

export const store = Store.create({ nickName: '' });
