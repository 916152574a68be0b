import 'measure';

App({
  onShow() {},
});
