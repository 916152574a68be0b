import uni from '../../lib/shim';

Page({
  data: { n: '' },

  onLoad(query) {
    uni.getOpenUserInfo({ success: () => {} });
    my[query.api]({ success: () => {} });
  },
});
