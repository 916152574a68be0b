const storage = {
  get(key) {
    const { data } = my.getStorageSync({ key });
    return data;
  },
  set(key, data) {
    my.setStorageSync({ key, data });
  },
  remove(key) {
    my.removeStorageSync({ key });
  },
};

module.exports = storage;
