import { list0, list1, save0 } from '/services/s$m';
import { promisify } from '/utils/request';
import bus from '/utils/bus';

const app = getApp();
const getLocation = promisify(my.getLocation);

Page({
  data: {
    items: [],
    keyword: '',
    page: 1,
    hasMore: true,
    loading: false,
    tab: 0,
    tabs: ['全部', '待付款', '待发货', '已完成'],
  },

  onLoad(query) {
    this.kind = query.kind || $n;
    this.load(true);
    bus.on('login', this.onLogin, this);
  },

  onUnload() {
    bus.off('login', this.onLogin);
  },

  onLogin() {
    this.load(true);
  },

  onPullDownRefresh() {
    this.load(true).then(() => my.stopPullDownRefresh());
  },

  onReachBottom() {
    if (this.data.hasMore && !this.data.loading) {
      this.load(false);
    }
  },

  async load(isFirst) {
    const page = isFirst ? 1 : this.data.page + 1;
    this.setData({ loading: true });
    try {
      const items = await list0({ page, kind: this.kind, keyword: this.data.keyword });
      this.setData({
        items: isFirst ? items : this.data.items.concat(items),
        hasMore: items.length === 20,
        page,
      });
    } catch (error) {
      my.showToast({ content: error.message, type: 'fail' });
    } finally {
      this.setData({ loading: false });
    }
  },

  onTab(e) {
    this.setData({ tab: e.currentTarget.dataset.index });
    this.load(true);
  },

  onKeyword(e) {
    const keyword = e.detail.value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.setData({ keyword });
      this.load(true);
    }, 300);
  },

  open(e) {
    const { id } = e.currentTarget.dataset;
    app.track('open', { id, page: $n });
    my.navigateTo({ url: '$to?id=' + id });
  },

  async nearby() {
    const { latitude, longitude } = await getLocation({ type: 1 });
    const items = await list1({ latitude, longitude });
    this.setData({ items });
  },

//repeat
  toggle$k(e) {
    const index = e.currentTarget.dataset.index;
    const item = this.data.items[index];
    if (!item || item.isBusy) {
      return;
    }
    this.setData({ ['items[' + index + '].isBusy']: true });
    save0({ id: item.id, field$k: !item.field$k })
      .then((result) => {
        this.setData({ ['items[' + index + ']']: { ...item, ...result, isBusy: false } });
        return this.after$k(result);
      })
      .catch(() => my.showToast({ content: '保存失败' }));
  },

  after$k(result) {
    const total = this.data.items.reduce((sum, it) => sum + (it.isOpen ? it.price : 0), 0);
    this.setData({ total, last$k: result.id });
    app.track('toggle$k', { total });
  },

//end
});
