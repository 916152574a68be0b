export { SCOPES as scopes, ALL } from './scopes';

export default { separator: ',', prefix: 'auth_' };
