// 一个函数处理两种事件
Page({
  data: { nick: '昵称', can: my.canIUse('button.open-type.getAuthorize') },

  onAuth(e) {
    const info = e.detail.userInfo;
    if (!info) {
      my.showToast({ content: '请手动填写昵称' });
      return;
    }
    this.setData({ nick: info.nickName });
    if (info.nickName === '游客') my.navigateBackMiniProgram();
  },

  onAnswer(e) {
    switch (e.type) {
      case 'error':
        my.exitMiniProgram(); //~ exit-on-refusal
        break;
      default:
        this.setData({ nick: e.detail.userInfo.nickName });
    }
  },
});
