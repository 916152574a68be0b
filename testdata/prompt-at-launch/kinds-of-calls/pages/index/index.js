Page({
  onLoad() {
    this.login('visit');
    this.ask(() => {});
    this.note({});
  },

  masuk() {
    this.login('login');
    this.ask('auth_user');
    this.note('auth_user');
  },

  login(type) {
    switch (type) {
      case 'visit':
      case 'share':
        return;
      case 'back': {
        if (this.data) break;
        return;
      }
    }
    my.getAuthCode({ scopes: 'auth_user', fail: () => my.showToast({ content: 'x' }) });
  },

  ask(what) {
    if (typeof what === 'function') {
      what();
      return;
    }
    my.getAuthCode({ scopes: 'auth_user', fail: () => my.showToast({ content: 'x' }) });
  },

  note(what) {
    if (typeof what !== 'object') {
      my.getAuthCode({ scopes: 'auth_user', fail: () => my.showToast({ content: 'x' }) });
    }
  },

  onReady() {
    this.back('back');
  },

  // Un `break` no sale de la función.
  back(type) {
    switch (type) {
      case 'back': {
        if (this.data) break;
        return;
      }
    }
    my.getAuthCode({ scopes: 'auth_user', fail: () => my.showToast({ content: 'x' }) }); //~ prompt-at-launch
  },
});
