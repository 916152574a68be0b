Page({
  data: {
    nickName: '',
    avatar: '',
  },
  onLoad() {
    // 获取用户信息
    my.getOpenUserInfo({
      //~^ call-outside-authorize: at the launch from `onLoad`
      //~^^ prompt-at-launch
      success: (res) => {
        let userInfo = JSON.parse(res.response).response;
        if (userInfo.code === '10000') {
          this.setData({ nickName: userInfo.nickName, avatar: userInfo.avatar });
        }
      },
      fail: (res) => {
        my.alert({ content: '获取用户信息失败' });
      },
    });
  },
});
