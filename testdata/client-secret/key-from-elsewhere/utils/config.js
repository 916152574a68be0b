export const KEY = 'k3y-of-the-shop!'; //~ client-secret
export const NAME = 'name-of-the-shop';
export default { sign: 'h9mac-k3y', host: 'https://api.example.com' }; //~ client-secret
