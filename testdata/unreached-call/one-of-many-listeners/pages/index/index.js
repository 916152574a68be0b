import bus from '../../utils/bus';

Page({
  data: { ready: my.canIUse('button.open-type.getAuthorize'), step: '' },
  onLoad() {
    // With so many listeners it is not known which of them run.
    bus.on(() => {
      my.getPhoneNumber({ success: (res) => this.send(res.response), fail: () => this.later() });
    });
    bus.on(() => this.setData({ step: '积分' }));
    bus.on(() => this.setData({ step: '优惠券' }));
    bus.on(() => this.setData({ step: '会员卡' }));
    bus.on(() => this.setData({ step: '地址' }));
    bus.on(() => this.setData({ step: '发票' }));
    bus.on(() => this.setData({ step: '订单' }));
    bus.on(() => this.setData({ step: '收藏' }));
    bus.on(() => this.setData({ step: '足迹' }));
    bus.on(() => this.setData({ step: '评价' }));
    bus.on(() => this.setData({ step: '客服' }));
    bus.on(() => this.setData({ step: '签到' }));
    bus.on(() => this.setData({ step: '抽奖' }));
    bus.on(() => this.setData({ step: '拼团' }));
    bus.on(() => this.setData({ step: '砍价' }));
    bus.on(() => this.setData({ step: '礼品卡' }));
    bus.on(() => this.setData({ step: '红包' }));
    bus.on(() => this.setData({ step: '套餐' }));
    bus.on(() => this.setData({ step: '门店' }));
  },
  start() { bus.emit() },
  send(phone) { my.request({ url: 'https://api.shop.example/phone', data: { phone } }) },
  later() { my.showToast({ content: '也可以手动填写' }) },
});

export function forgotten() {
  my.getPhoneNumber({ fail: () => my.showToast({ content: '也可以手动填写' }) }); //~ unreached-call
}
