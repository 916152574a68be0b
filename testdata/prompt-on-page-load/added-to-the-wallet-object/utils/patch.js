const request = my.request;

my.request = (options) => request(Object.assign({ timeout: 5000 }, options));

// 签约前统一打点
const sign = my.paySignCenter;
my.paySignCenter = (options) => {
  console.log('sign', options.signStr);
  sign(options);
};

// 低版本客户端没有卡券列表
if (!my.canIUse('openVoucherList')) {
  my.openVoucherList = () => my.showToast({ content: '请升级客户端' });
}

my.askPhone = (done) => {
  my.getPhoneNumber({
    success: (res) => {
      my.request({ url: 'https://api.example.com/phone', data: { body: res.response }, success: done });
    },
    fail: () => my.showToast({ content: '获取失败，请手动填写' }),
  });
};
