export const DEFAULTS = { canAuth: false, loading: true };
export const STATE = { ready: false, tries: 0 };

export function start() {
  STATE.ready = my.canIUse('button.open-type.getAuthorize');
}
