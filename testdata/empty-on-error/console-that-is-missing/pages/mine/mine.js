Page({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize') },
  edit() { my.navigateTo({ url: '/pages/index/index' }) },
  getPhone() {
    my.getPhoneNumber({
      success: ({ response }) => {
        my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
      },
      fail: () => my.showToast({ content: '可以手动填写手机号' }),
    });
  },
  onAuthError() {
    my.alert({ content: '未授权，可以手动填写' });
  },
});
