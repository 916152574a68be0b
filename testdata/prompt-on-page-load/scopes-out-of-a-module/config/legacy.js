const PREFIX = 'auth_';

module.exports = {
  PREFIX,
  silent: PREFIX + 'base',
  list: ['base', 'zhima'],
};
