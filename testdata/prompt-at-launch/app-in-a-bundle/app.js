require('./common/runtime.js');
require('./common/main.js');
