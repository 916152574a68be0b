const legacy = require('../services/legacy');

export function oldUser(done) {
  return legacy.user(done);
}
