Page({
  data: { nick: '', can: my.canIUse('button.open-type.getAuthorize') },

  onUser(e) {
    this.setData({ nick: e.detail.userInfo.nickName });
  },

  onDenied() {
    this.tip({ content: 'Escriba su apodo', exit: false });
  },

  onLeft() {
    this.say({ content: 'Hasta luego', exit: true });
  },

  tip({ content, exit }) {
    my.showToast({
      content,
      success: () => {
        if (exit) my.exitMiniProgram();
      },
    });
  },

  say({ content, exit }) {
    my.showToast({
      content,
      success: () => {
        if (exit) my.exitMiniProgram(); //~ exit-on-refusal
      },
    });
  },
});
