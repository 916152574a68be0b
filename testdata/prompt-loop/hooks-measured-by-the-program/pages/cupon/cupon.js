import { withTime } from '../../utils/stat';

Page(withTime({
  data: { cuantos: 0 },

  onLoad() {
    this.setData({ cuantos: 1 });
  },

  onShow() {
    my.getAuthCode({ //~ prompt-loop //~ prompt-on-page-load
      scopes: 'auth_user',
      success: () => this.setData({ cuantos: 2 }),
      fail: () => my.showToast({ content: 'Puede seguir como invitado' }),
    });
  },
}));
