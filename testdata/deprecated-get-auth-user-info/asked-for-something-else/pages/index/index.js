const canShare = my.canIUse('button.open-type.share');

Page({
  data: { nickName: '', avatar: '' },

  login() {
    // 旧版本客户端不支持授权按钮
    if (!my.canIUse('button.open-type.getAuthorize')) {
      my.alert({ content: '请升级支付宝' });
      return;
    }
    my.getAuthUserInfo({ success: ({ nickName }) => this.setData({ nickName }) }); //~ deprecated-get-auth-user-info
  },

  useAvatar() {
    if (canShare) {
      my.getAuthUserInfo({ success: ({ avatar }) => this.setData({ avatar }) }); //~ deprecated-get-auth-user-info
    } else if (!my.getOpenUserInfo) {
      my.getAuthUserInfo({ success: ({ avatar }) => this.setData({ avatar }) });
    }
  },

  retry() {
    if (my.getOpenUserInfo) {
      my.getAuthUserInfo({ success: ({ avatar }) => this.setData({ avatar }) }); //~ deprecated-get-auth-user-info
    }
  },
});
