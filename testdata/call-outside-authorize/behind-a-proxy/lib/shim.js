const table = {};
export default new Proxy(table, {
  get(target, name) {
    return my[name];
  },
});
