App({
  onShow() {
    const pages = getCurrentPages();
    const page = pages[pages.length - 1];
    if (page) page.invite();
  },

  welcome(page) {
    page.setData({ welcome: true });
  },
});
