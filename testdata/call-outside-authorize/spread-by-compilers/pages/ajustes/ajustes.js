const phone = require('../../utils/phone.js');

Page(Object.defineProperties({ data: { version: '2.1.0' } }, Object.getOwnPropertyDescriptors(phone)));
