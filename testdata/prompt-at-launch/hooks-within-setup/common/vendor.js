"use strict";
let current = null;
const inject = (type, hook, target = current) => {
  if (!target) return;
  (target[type] || (target[type] = [])).push((...args) => hook.apply(target, args));
};
const createHook = (type) => (hook, target = current) => inject(type, hook, target);
exports.onLaunch = createHook("onLaunch");
exports.onLoad = createHook("onLoad");
exports.onHide = createHook("onHide");
exports.defineComponent = (options) => options;
exports.o = (handler) => Object.assign((...args) => handler(...args), { handler });
exports.createSSRApp = (options) => ({ mount: () => my.createApp(options) });
