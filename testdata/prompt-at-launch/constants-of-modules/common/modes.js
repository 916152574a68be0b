export const SILENT = 'silent';
export const ACTIVE = 'active';
export const STEP = Object.freeze({ PEEK: 1, ASK: 2 });
export class Kind {
  static GUEST = 'guest';
  static MEMBER = 'member';
}
export default { BASE: 'base', FULL: 'full' };
