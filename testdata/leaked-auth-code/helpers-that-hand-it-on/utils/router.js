// 统一跳转
export function open(options) {
  return my.navigateTo(options);
}

export const replace = (...args) => my.redirectTo(...args);
