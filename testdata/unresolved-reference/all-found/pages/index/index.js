import { scopes } from '../../lib/scopes';

const name = 'showToast';

Page({
  data: { ok: false },

  enter() {
    my.getAuthCode({
      scopes,
      success: ({ authCode }) => this.setData({ authCode }),
      fail: () => my[name]({ content: 'Puede seguir sin entrar' }),
    });
  },
});
