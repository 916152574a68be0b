App({
  globalData: { sinCartera: false },
});
