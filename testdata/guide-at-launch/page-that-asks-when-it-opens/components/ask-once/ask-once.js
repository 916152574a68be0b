Component({
  didMount() {
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      success: () => my.navigateBack(),
      fail: () => my.navigateBack(),
    });
  },
});
