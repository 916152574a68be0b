Page({
  data: { goods: [] },
  onCover() {
    console.log('cover');
  },
  enter() {
    my.switchTab({ url: '/pages/home/home' });
  },
});
