import legacy from '../../config/legacy';
import kinds from '../../config/kinds';

// 具体的授权范围由后台下发
let kind = 'base';

Page({
  data: { count: 0 },

  onLoad(query) {
    if (query.kind) kind = query.kind;
    my.getAuthCode({
      scopes: legacy.PREFIX + kind,
      success: () => this.setData({ count: 1 }),
      fail: () => my.showToast({ content: 'Puede seguir como invitado' }),
    });
  },

  onReady() {
    my.getAuthCode({ //~ prompt-on-page-load: `auth_user`
      scopes: `auth_${kinds.MEMBER}`,
      success: () => this.setData({ count: 1 }),
      fail: () => my.showToast({ content: 'Puede seguir como invitado' }),
    });
  },
});
