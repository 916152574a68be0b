import { authMethods } from 'some-package/auth';

Page({
  ...authMethods,

  data: { canIUse: my.canIUse('button.open-type.getAuthorize') },

  skip() {
    my.navigateTo({ url: '/pages/home/home' });
  },
});
