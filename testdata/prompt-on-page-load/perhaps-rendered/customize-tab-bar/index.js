Component({
  didMount() {
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: ['auth_user'],
      fail: () => my.showToast({ content: '已取消' }),
    });
  },
});
