import type { Missing } from './missing';

const texts: Record<string, string> = { hello: 'Hola' };
export default texts;
