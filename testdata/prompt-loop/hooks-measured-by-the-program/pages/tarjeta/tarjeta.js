import { withTime } from '../../utils/stat';

Page(withTime({
  data: { numero: '' },

  onLoad() {
    my.getAuthCode({ //~ prompt-on-page-load: from `onLoad`
      scopes: 'auth_user',
      success: () => this.setData({ numero: '0001' }),
      fail: () => my.showToast({ content: 'Puede seguir como invitado' }),
    });
  },
}));
