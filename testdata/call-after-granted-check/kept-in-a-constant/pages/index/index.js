Page({
  data: { name: '游客' },

  onShow() {
    my.getSetting({
      success: ({ authSetting }) => {
        const isGranted = !!authSetting.userInfo;
        if (isGranted) {
          this.show();
        }
      },
    });
  },

  show() {
    my.getOpenUserInfo({ //~ call-after-granted-check
      success: ({ response }) => {
        const user = JSON.parse(response).response;
        if (user.code === '10000') {
          this.setData({ name: user.nickName });
        }
      },
      fail: () => this.setData({ name: '游客' }),
    });
  },

  open() {
    my.getSetting({
      success: ({ authSetting }) => {
        const isRefused = !authSetting.userInfo;
        if (isRefused) {
          my.getOpenUserInfo({ fail: () => this.setData({ name: '游客' }) }); //~ call-outside-authorize //~ unused-user-info
        }
      },
    });
  },
});
