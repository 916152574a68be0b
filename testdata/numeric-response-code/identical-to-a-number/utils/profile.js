export const GUEST = "访客";

export function isOk(info) {
  return info && 10000 === info.code; //~ numeric-response-code: number `10000`
}
