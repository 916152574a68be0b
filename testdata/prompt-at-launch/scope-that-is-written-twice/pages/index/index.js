Page({
  go() { getApp().ask(); },
});
