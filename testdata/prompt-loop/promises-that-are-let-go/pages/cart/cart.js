import { ensureSession } from '../../services/session';

Page({
  onShow() {
    ensureSession().catch(() => my.showToast({ content: '稍后再登录' }));
  },

  go() {
    my.navigateBack();
  },
});
