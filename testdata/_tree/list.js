Page({
  onLoad() { my.alert({ content: '你好' ; },
});
