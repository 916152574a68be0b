const vendor = require('../../vendor');

Page({
  data: { text: vendor.hello() },
});
