exports.appSecret = '9b7d6e5a41c0f2d8f3c1a98be0574d2c';
