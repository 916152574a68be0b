import auth from '../../mixins/auth';

const shared = Object.assign({}, auth);

Page({
  data: { canIUse: my.canIUse('button.open-type.getAuthorize') },

  ...shared,

  skip() {
    my.navigateTo({ url: '/pages/home/home' });
  },
});
