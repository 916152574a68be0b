import { $Page } from '../../utils/stat';

Page($Page({
  data: { nombre: '' },

  onLoad() {
    my.getAuthCode({ //~ prompt-on-page-load: from `onLoad`
      scopes: 'auth_user',
      success: () => this.setData({ nombre: '会员' }),
      fail: () => my.showToast({ content: '登录失败，可以先浏览' }),
    });
  },

  onPullDownRefresh() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: () => this.setData({ nombre: '会员' }),
      fail: () => my.showToast({ content: '登录失败，可以先浏览' }),
    });
  },
}));
