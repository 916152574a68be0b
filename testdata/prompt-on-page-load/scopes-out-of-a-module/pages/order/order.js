const { PREFIX, silent } = require('../../config/legacy');
const legacy = require('../../config/legacy');

Page({
  data: { count: 0 },

  onLoad() {
    my.getAuthCode({ //~ prompt-on-page-load: `auth_user`
      scopes: PREFIX + 'user',
      success: () => this.setData({ count: 1 }),
      fail: () => my.showToast({ content: 'Puede seguir como invitado' }),
    });
    my.getAuthCode({
      scopes: `${silent},${legacy.PREFIX}base`,
      success: () => this.setData({ count: 1 }),
      fail: () => my.showToast({ content: 'Puede seguir como invitado' }),
    });
  },
});
