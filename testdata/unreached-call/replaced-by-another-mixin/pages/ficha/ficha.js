Page({
  onLoad() {
    my.setNavigationBar({ title: 'Ficha' });
  },
});
