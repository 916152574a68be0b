import { ask } from './utils/auth';

App({
  onLaunch() {
    ask('auth_base', () => {});
  },
});
