Page({
  onAuthorized(res) {
    console.log(res)
    my.getOpenUserInfo({ //~ unused-user-info
      success: (res) => {
        let userInfo = JSON.parse(res.response).response; // 以下方的报文格式解析两层 response

      },
      fail() {
        my.alert({ title: '获取用户信息失败' });
      }
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
