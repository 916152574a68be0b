Component({
  data: { nickName: '' },
  props: { onReady: () => {} },

  didMount() {
    this.load();
    this.props.onReady();
    this.$page.hello();
  },

  methods: {
    load() {
      my.getOpenUserInfo({ //~ call-outside-authorize: from `didMount`
        success: (res) => {
          const user = JSON.parse(res.response).response;
          if (user.code === '10000') this.setData({ nickName: user.nickName });
        },
        fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
      });
    },

    reload() {
      this.props.onReady();
    },
  },
});
