Component({
  data: { nickName: '' },

  didMount(this: any): void {
    this.read();
  },

  methods: {
    read(): void {
      my.getOpenUserInfo({ //~ call-outside-authorize: at the launch from `didMount` //~ prompt-at-launch
        success: (res) => {
          const user = JSON.parse(res.response).response;
          if (user.code === '10000') this.setData({ nickName: user.nickName });
        },
        fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
      });
    },
  },
});
