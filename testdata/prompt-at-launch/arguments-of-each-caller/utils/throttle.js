// What callers hand over goes through `arguments`.
export function throttle(fn) {
  let busy = false;
  return function () {
    if (busy) return;
    busy = true;
    setTimeout(() => {
      busy = false;
    }, 1000);
    fn.apply(this, arguments);
  };
}

export function once(fn) {
  let called = false;
  return function () {
    const args = arguments;
    if (!called) fn.call(null, args[0]);
    called = true;
  };
}
