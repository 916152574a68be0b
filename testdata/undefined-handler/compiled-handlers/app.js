require('./common/vendor.js');
App({});
