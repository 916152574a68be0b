export default function readUser(done) {
  my.getOpenUserInfo({ //~ call-outside-authorize
    success(res) {
      const user = JSON.parse(res.response).response;
      if (user.code === '10000') done(user.nickName);
    },
    fail() {
      my.showToast({ content: '获取失败' });
    },
  });
}

export const readPhone = (done) => {
  my.getPhoneNumber({ //~ call-outside-authorize
    success: (res) => done(res.response),
    fail: () => my.showToast({ content: '获取失败' }),
  });
};
