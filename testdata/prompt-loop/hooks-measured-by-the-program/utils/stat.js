// 页面访问统计
function measure(names) {
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    const before = this[name];
    if (before) {
      this[name] = function (options) {
        console.log('page', name);
        return before.call(this, options);
      };
    }
  }
}

export function $Page(options) {
  measure.call(options, ['onLoad', 'onShow', 'onReady', 'onPullDownRefresh']);
  return options;
}

const HOOKS = ['onLoad', 'onShow'];

export function withTime(conf) {
  HOOKS.forEach((name) => {
    const before = conf[name];
    conf[name] = function (...rest) {
      const inicio = Date.now();
      if (before) before.apply(this, rest);
      console.log(name, Date.now() - inicio);
    };
  });
  return conf;
}
