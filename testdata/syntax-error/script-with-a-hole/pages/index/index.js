Page({
  data: { a: 1, },

  roto() {
    if (this.data.a { //~ syntax-error
  },

  seguir() {
    my.navigateTo({ url: '/pages/inicio/inicio' });
  },
});
