Page({
  data: { url: 'https://shop.example.cn/*' }, /* 会员 */ // /* 会员

  onLoad() {
    /* this.load(); //~ syntax-error: the comment is never closed
  },
});
