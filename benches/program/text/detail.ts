import { list0, list1, save0 } from '/services/s$m';
import { price, date, Price } from '/utils/format';
import { ensure } from '/utils/session';
import bus from '/utils/bus';

interface Sku {
  id: string;
  price: Price;
  stock: number;
  options: Record<string, string>;
}

interface Detail {
  id: string;
  title: string;
  skus: Sku[];
  images: readonly string[];
  createdAt?: number;
}

type Choice = Partial<Record<string, string>>;

const app = getApp();

Page({
  id: '' as string,

  data: {
    detail: null as Detail | null,
    choice: {} as Choice,
    count: 1,
    isOpen: false,
    current: 0,
  },

  async onLoad(query: { id?: string }): Promise<void> {
    this.id = query.id ?? '';
    await ensure();
    await this.refresh();
  },

  onShareAppMessage() {
    const { detail } = this.data;
    return { title: detail?.title ?? '商品详情', path: `$own?id=${this.id}` };
  },

  async refresh(): Promise<void> {
    const [detail] = await list0({ id: this.id });
    this.setData({
      detail,
      label: detail ? price(detail.price) : '',
      at: detail?.createdAt ? date(detail.createdAt) : '—',
    });
  },

  choose(e: any): void {
    const { name, value } = e.currentTarget.dataset as { name: string; value: string };
    const choice: Choice = { ...this.data.choice, [name]: value };
    this.setData({ choice, sku: this.find(choice) });
  },

  find(choice: Choice): Sku | undefined {
    const skus = this.data.detail?.skus ?? [];
    return skus.find((sku) => Object.keys(sku.options).every((key) => sku.options[key] === choice[key]));
  },

  add(): void {
    this.setData({ count: Math.min(this.data.count + 1, 99) });
  },

  remove(): void {
    this.setData({ count: Math.max(this.data.count - 1, 1) });
  },

  async buy(): Promise<void> {
    const sku = this.find(this.data.choice);
    if (!sku || sku.stock < this.data.count) {
      my.showToast({ content: '库存不足' });
      return;
    }
    const order = await save0({ sku: sku.id, count: this.data.count });
    my.tradePay({
      tradeNO: order.number,
      success: (res) => {
        if (res.resultCode === '9000') {
          bus.emit('paid', order);
          my.navigateTo({ url: `$to?id=${order.id}` });
        }
      },
      fail: () => my.alert({ content: '支付未完成' }),
    });
  },

//repeat
  async section$k(e: any): Promise<void> {
    const index: number = Number(e?.currentTarget?.dataset?.index ?? 0);
    const sections = (await list1({ id: this.id, section: $k })) as Detail[];
    const shown = sections.filter((it): it is Detail => Boolean(it && it.id)).slice(0, index + 5);
    this.setData({ sections$k: shown, open$k: !this.data['open$k'] });
    app.track('section$k', { count: shown.length });
  },

//end
});
