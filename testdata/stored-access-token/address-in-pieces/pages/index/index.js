import { request } from '../../utils/request';

const API = 'https://open.example.com/';

Page({
  login() {
    my.request({
      url: API + 'v2/authorizations/applyToken', //~ client-token-exchange
      success: (res) => my.setStorageSync({ key: 'token', data: res.data.accessToken }), //~ stored-access-token
    });
  },

  renew() {
    request('v1/oauths/applyToken', {}, (answer) => { //~ client-token-exchange
      my.setStorageSync({ key: 'token', data: answer.accessToken }); //~ stored-access-token
    });
  },

  // 自己的服务器
  open() {
    my.request({
      url: API + 'visitors/session',
      success: (res) => my.setStorageSync({ key: 'session', data: res.data.accessToken }),
    });
    request('v2/session', {}, (answer) => {
      my.setStorageSync({ key: 'session', data: answer.accessToken });
    });
  },
});
