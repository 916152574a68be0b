export function isOk(info) {
  return info && '10000' === info.code; //~ numeric-response-code: number `10000`
}
