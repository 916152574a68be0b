import { request } from './request';
import vendor from '../libs/vendor';

const waiting = [];
const events = vendor.create({}, null);
let timer = null;

function flush() {
  timer = null;
  const sent = waiting.splice(0, 20);
  request('/events', { sent }, 'POST').catch(() => waiting.unshift(...sent));
}

export function report(name, detail) {
  waiting.push({ name, detail });
  events.run(name, detail);
  if (!timer) {
    timer = setTimeout(flush, 1000);
  }
}
