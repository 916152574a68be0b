"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.orderPhone = void 0;
const orderPhone = () => {
  my.getPhoneNumber({ //~ call-outside-authorize: from `onLoad`
    success: (res) => my.request({ url: 'https://api.tienda.example.com/pedido', data: { body: res.response } }),
    fail: () => my.showToast({ content: '请手动填写手机号' }),
  });
};
exports.orderPhone = orderPhone;
