Page({
  done() {
    const pages = getCurrentPages();
    const previous = pages[pages.length - 2];
    previous.refresh();
    my.navigateBack();
  },
});
