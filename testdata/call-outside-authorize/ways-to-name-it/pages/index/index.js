import { INFO } from '../../constants';

const { getOpenUserInfo: read } = my;
const m = my;
const api = { user: my.getOpenUserInfo };

Page({
  data: { nickName: '' },

  computed() {
    my['getOpenUserInfo'](this.options()); //~ call-outside-authorize
  },

  constant() {
    my[INFO](this.options()); //~ call-outside-authorize
  },

  optional() {
    my?.getOpenUserInfo?.(this.options()); //~ call-outside-authorize
  },

  nested() {
    my.ap.getOpenUserInfo(this.options()); //~ call-outside-authorize
  },

  called() {
    my.call('getOpenUserInfo', this.options()); //~ call-outside-authorize
  },

  destructured() {
    read(this.options()); //~ call-outside-authorize
  },

  renamed() {
    m
      .getOpenUserInfo( //~^ call-outside-authorize
        this.options(),
      );
  },

  kept() {
    api.user(this.options()); //~ call-outside-authorize
  },

  global() {
    globalThis.my.getOpenUserInfo(this.options()); //~ call-outside-authorize
  },

  handed() {
    const run = (what) => what(this.options());
    run(my.getOpenUserInfo); //~ call-outside-authorize
  },

  options() {
    return {
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败' }),
    };
  },
});
