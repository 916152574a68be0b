import { enter, login, visit } from './utils/login';

App({
  onLaunch() {
    login({ type: '0' });
    enter({ silent: true });
    visit({ silent: true });
  },
});
