const wx = {
  getUserInfo(options) {
    my.getOpenUserInfo({ //~ call-outside-authorize
      success(res) {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') options.success({ userInfo: { nickName: user.nickName, avatarUrl: user.avatar } });
      },
      fail: options.fail,
    });
  },
  showToast({ title }) {
    my.showToast({ content: title });
  },
};

export default wx;
