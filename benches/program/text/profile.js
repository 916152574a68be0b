import { save0, list0 } from '/services/s$m';
import { profile } from '/utils/session';
import bus from '/utils/bus';

const app = getApp();

Page({
  data: {
    user: null,
    mobile: '',
    canIUse: my.canIUse('button.open-type.getAuthorize'),
    orders: [],
  },

  onLoad() {
    this.setData({ user: app.globalData.user });
    this.refresh();
//direct
    my.getOpenUserInfo({
      success: (res) => this.setData({ user: JSON.parse(res.response).response }),
      fail: () => this.onRefused(),
    });
//method
    this.onAuthorized();
//module
    profile((user) => this.show(user), () => this.onRefused());
//end
  },

  onShow() {
    bus.on('paid', this.refresh, this);
  },

  async refresh() {
    const orders = await list0({ mine: true });
    this.setData({ orders });
  },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code !== '10000') {
          this.onRefused();
          return;
        }
        this.show({ name: user.nickName, image: user.avatar });
      },
      fail: () => this.onRefused(),
    });
  },

  show(user) {
    this.setData({ user });
    app.globalData.user = user;
    save0(user).then(() => my.showToast({ content: '保存成功' }));
  },

  onPhone() {
    my.getPhoneNumber({
      protocols: { isvAppId: '' },
      success: (res) => {
        save0({ encrypted: res.response }).then((result) => this.setData({ mobile: result.mobile }));
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    this.setData({ isGuest: true });
    my.showToast({ content: '您可以稍后再授权' });
  },

  logout() {
    app.globalData.user = null;
    this.setData({ user: null, mobile: '' });
    bus.emit('logout');
  },

//repeat
  menu$k(e) {
    const { id = $k } = e.currentTarget.dataset;
    const item = this.data.orders.find((order) => order.id === id);
    app.track('menu$k', { id });
    my.navigateTo({ url: '$to?from=profile&id=' + (item ? item.id : '') });
  },

//end
});
