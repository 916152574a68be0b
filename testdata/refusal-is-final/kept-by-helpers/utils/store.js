const PREFIX = 'shop_';

class Store {
  get(key) {
    try {
      const { data } = my.getStorageSync({ key: `${PREFIX}${key}` });
      return data ? JSON.parse(data) : null;
    } catch (error) {
      return null;
    }
  }

  set(key, value) {
    my.setStorageSync({ key: `${PREFIX}${key}`, data: JSON.stringify(value) });
  }

  remove(key) {
    my.removeStorageSync({ key: PREFIX + key });
  }
}

const store = new Store();

export const getLocal = (key) => store.get(key);
export const setLocal = (key, value) => store.set(key, value);
export const removeLocal = (key) => store.remove(key);

export function flag(name) {
  return my.getStorageSync({ key: name }).data;
}
