// 统一的页面包装：埋点，并执行页面自己的钩子
export const createPage = (Ctor) => (options) =>
  Ctor({
    ...options,
    onLoad(query) {
      this.from = query && query.from;
      options.onLoad && options.onLoad.call(this, query);
    },
    onHide() {
      if (options.onHide) options.onHide.apply(this, arguments);
    },
  });
