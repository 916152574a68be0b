Page({
  data: { user: {}, sex: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code !== '10000') return;
        const { nickName, city } = user; //~ removed-user-field: `city`
        this.setData({ user, sex: user.gender === 'm' ? '男' : '女' }); //~ removed-user-field: `gender`
        my.setStorageSync({ key: 'greeting', data: `${city} ${nickName}` });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写昵称' });
  },
});
