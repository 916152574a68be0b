import config from './config.json';

class Cart {
  static #count = 0n;
  static { Cart.#count ||= 1n; }
  get total() { return Number(Cart.#count) ** 2; }
}

Page({
  data: { total: new Cart().total, items: [] },
  async onLoad({ id } = {}) {
    label: for (const { name, ...rest } of [{ name: 'a' }]) {
      if (rest?.b?.[0] ?? name) continue label;
    }
    try { await null; } catch { console.log(`${id ?? ''}`, config); }
  },
});
