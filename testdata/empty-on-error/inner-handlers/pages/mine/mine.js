Page({
  done() {
    my.showToast({ content: '谢谢' });
  },
});
