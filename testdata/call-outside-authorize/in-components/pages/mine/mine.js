Page({
  mounted() {
    my.getPhoneNumber({ //~ call-outside-authorize
      success: ({ response }) => {
        my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
      },
      fail: () => my.showToast({ content: '可以手动填写手机号' }),
    });
  },

  hello() {
    my.getOpenUserInfo({ //~ call-outside-authorize
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') my.setNavigationBar({ title: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败' }),
    });
  },
});
