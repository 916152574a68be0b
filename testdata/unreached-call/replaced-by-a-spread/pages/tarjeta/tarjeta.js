import login from '../../common/login';
import manual from '../../common/manual';

const { globalData } = getApp();

// 没有钱包时才由用户自己填写
let sinCartera;
if (globalData.sinCartera) sinCartera = manual;

Page({
  data: { visto: false, escribir: false },
  ...login,
  ...sinCartera,
  onLoad() { this.setData({ visto: true }); },
});
