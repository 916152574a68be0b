Page({
  data: { x: 1 },

  seguir() {
    my.navigateTo({ url: '/pages/inicio/inicio' });
  },
});
