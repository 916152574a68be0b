"use strict";

Object.defineProperty(exports, "__esModule", { value: true });
exports.bindPhone = bindPhone;
exports.formatPhone = formatPhone;
function bindPhone() {
  my.getPhoneNumber({ //~ call-outside-authorize: from `onLoad`
    success: (res) => my.request({ url: 'https://api.tienda.example.com/ligar', data: { body: res.response } }),
    fail: () => my.showToast({ content: '请手动填写手机号' }),
  });
}
function formatPhone(phone) {
  return phone.slice(0, 3) + "****" + phone.slice(7);
}
