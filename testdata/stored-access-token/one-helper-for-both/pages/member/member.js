import { http } from '../../utils/http';

Page({
  async bind() {
    const pass = await http('https://open.example.com/v1/oauths/applyToken', {}); //~ client-token-exchange
    this.setData({ id: pass.customerId });
  },

  async keepAll() {
    const { accessToken, customerId } = await http('https://open.example.com/v1/oauths/applyToken', {}); //~ client-token-exchange
    this.save({ accessToken }); //~ stored-access-token
    const veces = { customerId, n: 1 };
    Object.entries(veces).forEach(([key, data]) => my.setStorageSync({ key, data }));
  },

  // 逐项保存
  save(parts) {
    Object.keys(parts).forEach((key) => my.setStorageSync({ key, data: parts[key] }))
  },

  async keep() {
    const pass = await http('https://open.example.com/v1/oauths/applyToken', {}); //~ client-token-exchange
    my.setStorageSync({
      key: 'pass',
      data: pass.accessToken, //~ stored-access-token
    });
  },
});
