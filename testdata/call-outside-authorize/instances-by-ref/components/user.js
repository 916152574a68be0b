Component({
  data: { nickName: '' },
  methods: {
    load() {
      my.getOpenUserInfo({ //~ call-outside-authorize: from `onReady`
        success: (res) => {
          const user = JSON.parse(res.response).response;
          if (user.code === '10000') this.setData({ nickName: user.nickName });
        },
        fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
      });
    },

    show(text) {
      my.getPhoneNumber({ //~ call-outside-authorize: from the handler `onTap`
        success: ({ response }) => {
          my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
        },
        fail: () => my.showToast({ content: '可以手动填写手机号' }),
      });
      this.setData({ nickName: text });
    },
  },
});
