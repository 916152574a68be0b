import dialog, { confirm, tip } from '../../utils/ui';

Page({
  onLoad() {
    tip('欢迎');
    confirm({ title: '登录后查看订单' })
      .then(() => my.navigateTo({ url: '/pages/login/login' }))
      .catch(() => {});
  },

  async onReady() {
    if (await dialog.news('Hay novedades')) {
      my.showToast({ content: 'Novedades' });
    }
    const yes = await dialog.ask('¿Entrar ahora?');
    tip('ya');
    if (!yes) return;
    my.getAuthCode({
      scopes: ['auth_user'],
      fail: () => my.showToast({ content: 'Puede seguir sin cuenta' }),
    });
  },

  go() {
    my.navigateTo({ url: '/pages/login/login' });
  },
});
