exports.KEY = 'older-k3y-5711'; //~ client-secret
exports.NAME = 'older-name-5711';
