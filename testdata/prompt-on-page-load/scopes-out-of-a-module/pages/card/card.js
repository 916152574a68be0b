import config, { ALL, scopes } from '../../config/index';

Page({
  data: { no: '' },
  onLoad() {
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: ALL.join(config.separator),
      success: () => this.setData({ no: '0001' }),
      fail: () => my.showToast({ content: '登录失败，可以先浏览' }),
    });
  },
  onReady() {
    my.getAuthCode({
      scopes: `${scopes.SILENT}`,
      success: () => this.setData({ no: '0001' }),
      fail: () => my.showToast({ content: '登录失败，可以先浏览' }),
    });
  },
});
