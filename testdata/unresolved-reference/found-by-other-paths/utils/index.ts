export { default as texts } from './texts';
export type { Absent } from './absent';
