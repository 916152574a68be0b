export function isBound(result) {
  return result.code === 10000;
}

export const isRefused = (code) => code === '40003';
