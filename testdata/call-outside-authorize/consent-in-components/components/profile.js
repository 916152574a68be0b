Component({
  data: { nickName: '', typing: false },
  methods: {
    login() {
      my.getOpenUserInfo({
        success: (res) => {
          const user = JSON.parse(res.response).response;
          if (user.code === '10000') this.setData({ nickName: user.nickName });
        },
        fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
      });
    },

    byHand() {
      this.setData({ typing: true });
    },

    type(e) {
      this.setData({ nickName: e.detail.value });
    },
  },
});
