Component({
  props: { shop: 0 },
  didUpdate() {
    my.getAuthCode({ scopes: 'auth_user', fail: () => my.showToast({ content: '已取消' }) });
  },
});
