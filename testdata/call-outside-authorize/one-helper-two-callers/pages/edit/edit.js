import { profile, fromWallet } from '../../utils/profile';

Page({
  data: {
    name: '',
    typing: false,
    canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
  },

  useWallet() {
    profile(fromWallet).then((name) => this.setData({ name })).catch(() => this.byHand());
  },

  byHand() {
    this.setData({ typing: true });
  },
});
