export function isBound(result) {
  return result.code === 10000; //~ numeric-response-code
}

export const isRefused = (code) => code === 40003; //~ numeric-response-code
