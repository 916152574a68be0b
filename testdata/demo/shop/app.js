import { signIn } from './utils/session';

App({
  globalData: { session: null, cart: [] },

  onLaunch() {
    signIn().then((session) => {
      this.globalData.session = session;
    });
  },
});
