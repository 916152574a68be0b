var tell = function () { my.alert({ content: 'Please try again' }); };

App({
  onLaunch: function () {
    this.login();
    this.connect();
    this.resume();
    this.enter();
    this.each('auth_base');
  },
  login: function () {
    var silent = arguments.length > 0 && arguments[0] !== undefined ? arguments[0] : true;
    if (silent) return;
    my.getAuthCode({ scopes: 'auth_user', fail: tell });
  },
  connect: function (silent) {
    var _this = this;
    if (silent === void 0) { silent = true; }
    my.getSystemInfo({
      success: function () {
        if (!silent) my.getAuthCode({ scopes: 'auth_user', fail: _this.tell });
      },
    });
  },
  resume: function (silent) {
    my.hideKeyboard();
    if (silent == null) silent = true;
    if (!silent) my.getAuthCode({ scopes: 'auth_user', fail: tell });
  },
  enter: function () {
    var silent = !(arguments.length > 0 && void 0 !== arguments[0]) || arguments[0],
      loud = arguments.length > 1 && void 0 !== arguments[1] && arguments[1];
    if (!silent || loud) my.getAuthCode({ scopes: 'auth_user', fail: tell });
    if (silent) my.getAuthCode({ scopes: 'auth_user', fail: tell }); //~ prompt-at-launch
  },
  each: function () {
    for (var _len = arguments.length, scopes = new Array(_len), _key = 0; _key < _len; _key++) {
      scopes[_key] = arguments[_key];
    }
    my.getAuthCode({ scopes: scopes, fail: tell });
  },
  tell: tell,
});
