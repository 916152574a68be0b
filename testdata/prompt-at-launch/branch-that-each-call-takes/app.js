import { login } from './utils/login';

App({
  onLaunch() {
    login({ silent: true, done: () => {} });
  },
});
