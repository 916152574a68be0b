export const noted = require('@acme/tracker'); //~ unresolved-reference: `@acme/tracker`
export const again = require('@acme/tracker');
