export function isOk(info) {
  return info && '10000' === info.code;
}
