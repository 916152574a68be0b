Page({
  data: { member: {} },

  onShow() {
    // 会员资料由我们自己的服务端返回
    my.request({
      url: 'https://api.example.com/member',
      success: ({ data }) => this.setData({ member: data }),
    });
  },
});
