export const print = console.log;

export function debug(tag, ...parts) {
  console.log(tag, parts);
}

export function trace(message) {
  console.info('trace: ' + message);
}
