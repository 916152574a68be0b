import wx from '../../lib/bridge';

Page({
  data: { user: {} },

  login() {
    wx.getUserInfo({
      success: ({ userInfo }) => this.setData({ user: userInfo }),
      fail: () => wx.showToast({ title: '授权失败' }),
    });
  },
});
