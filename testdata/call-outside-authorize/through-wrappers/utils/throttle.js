export function throttle(fn, wait = 500) {
  let last = 0;
  return function (...args) {
    const now = Date.now();
    if (now - last < wait) return undefined;
    last = now;
    return fn.apply(this, args);
  };
}
