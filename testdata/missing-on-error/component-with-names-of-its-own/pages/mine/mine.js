Page({
  data: { nick: '' },

  onNick(nick) {
    this.setData({ nick });
  },

});
