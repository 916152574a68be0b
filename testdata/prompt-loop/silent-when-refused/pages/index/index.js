import user from '../../utils/login';

Page({
  enter() {
    user.login({
      kind: 'auth_user',
      success: () => this.setData({ entered: true }),
      fail: (error) => {
        user.login({ success: () => this.setData({ guest: true }), fail: () => {} });
      },
    });
  },
});
