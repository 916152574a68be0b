import { http, ask } from '../../utils/http';

Page({
  async login() {
    const me = await http('https://api.tienda.example/login', { id: this.data.id });
    my.setStorageSync({ key: 'accessToken', data: me.accessToken });
  },

  renew() {
    ask('https://openapi.alipay.com/gateway.do', {}, ({ access_token }) => { this.token = access_token; }); //~ client-token-exchange
    ask('https://api.tienda.example/renew', {}, (me) => {
      my.setStorageSync({ key: 'accessToken', data: me.access_token }) // 自己服务端的会话
    });
  },
});
