import _ from 'lodash';
import { withLog, retry } from '@company/track';
import bus from 'tiny-emitter/instance';

const ask = () =>
  my.getAuthCode({ //~ prompt-at-launch
    scopes: 'auth_user',
    success: () => {},
    fail: () => my.showToast({ content: 'Puede seguir sin cuenta' }),
  });

// 包装后的函数由点击触发
const unirse = _.throttle(() => {
  my.getAuthCode({ scopes: 'auth_user', fail: () => my.showToast({ content: '可稍后再登录' }) });
}, 1000);

const rest = withLog('rest', () => {
  my.getAuthCode({ scopes: 'auth_user', fail: () => my.showToast({ content: '可稍后再登录' }) });
});

Page({
  masuk: _.debounce(function () {
    my.getAuthCode({ scopes: 'auth_user', fail: () => my.showToast({ content: '可稍后再登录' }) });
  }, 300),

  onLoad() {
    this.debounced = _.debounce(() => {
      my.getAuthCode({ scopes: 'auth_user', fail: () => my.showToast({ content: 'Más tarde' }) });
    }, 300);
    // Esto sí ocurre: quien escucha o reintenta lo ejecuta.
    bus.on('ready', () => {
      my.getAuthCode({ //~ prompt-at-launch
        scopes: 'auth_user',
        fail: () => my.showToast({ content: 'Más tarde' }),
      });
    });
    retry(ask);
  },

  later() {
    this.debounced();
  },

  unirse,
  rest,
});
