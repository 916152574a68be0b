import { createPage } from '../../utils/page';

createPage(Page)({
  data: { can: my.canIUse('button.open-type.getAuthorize') },

  ok() {
    my.getPhoneNumber({
      success: (res) => my.request({ url: 'https://api.example.com/phone', data: { body: res.response } }),
      fail: () => my.showToast({ content: '请稍后重试' }),
    });
  },

  // Al volver se ofrece de nuevo.
  onLoad() {
    my.onAppShow(() => this.setData({ can: true }));
  },

  no() {
    this.setData({ can: false });
  },

  more() {
    my.navigateTo({ url: '/pages/mine/mine' });
  },
});
