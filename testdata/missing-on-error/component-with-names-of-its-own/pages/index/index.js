Page({
  data: { nick: '', isManual: false },

  onNick(nick) {
    this.setData({ nick });
  },

  fillIn() {
    this.setData({ isManual: true });
  },
});
