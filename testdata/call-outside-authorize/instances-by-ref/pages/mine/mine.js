Page({
  saveUser(user) {
    this.user = user;
  },

  onReady() {
    if (this.user) this.user.load();
  },

  tap() {
    this.$selectComponent('#second').show('会员');
  },
});
