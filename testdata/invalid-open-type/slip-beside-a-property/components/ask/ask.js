Component({
  props: { openType: '' },
  methods: {
    refused() { my.showToast({ content: '可以手动填写' }); },
    granted() { my.getOpenUserInfo({ success: (res) => my.setStorage({ key: 'user', data: res.response }), fail: () => this.refused() }); },
  },
});
