Component({
  lifetimes: {
    attached() {
      my.getAuthCode({ scopes: ['auth_user'], fail: () => my.showToast({ content: '已取消' }) });
    },
  },
  options: { lifetimes: true },
});
