import bus from '../../utils/bus';
import { keep } from '../../utils/pages';

const app = getApp();

Page({
  onLoad() {
    keep(this);
    app.onSession = () => this.bind();
    bus.on('launched', this.join.bind(this));
  },
  bind() {
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: ['auth_user'],
      success: ({ authCode }) => my.request({ url: 'https://shop.example.com/bind', data: { authCode } }),
      fail: () => my.showToast({ content: '可以先逛逛' }),
    });
  },
  join() {
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: ['auth_user'],
      success: ({ authCode }) => my.request({ url: 'https://shop.example.com/join', data: { authCode } }),
      fail: () => my.showToast({ content: '可以先逛逛' }),
    });
  },
  refresh() {
    my.getAuthCode({
      scopes: ['auth_user'],
      success: ({ authCode }) => my.request({ url: 'https://shop.example.com/refresh', data: { authCode } }),
      fail: () => my.showToast({ content: '可以先逛逛' }),
    });
  },
  reload() {
    this.refresh();
  },
});
