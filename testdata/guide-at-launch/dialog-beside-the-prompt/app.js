import { join } from './services/member';

App({
  async onLaunch() {
    this.logIn();
    const member = await join();
    if (!member) this.askOnceMore();
  },

  // 问过之后才有的对话框
  askOnceMore() {
    my.confirm({
      title: '再考虑一下？',
      success: ({ confirm }) => {
        if (confirm) join();
      },
    });
  },

  logIn() {
    my.getAuthCode({ //~ prompt-at-launch
      scopes: ['auth_user'],
      success: () => my.showToast({ content: '已登录' }),
      fail: () => {
        my.confirm({
          title: 'Sin cuenta no hay puntos',
          success: (res) => {
            if (res.confirm) this.logIn();
          },
        });
      },
    });
  },
});
