import { login, member, visit, loud, either } from './utils/auth';

App({
  onLaunch() {
    login(true);
    member({});
    visit('游客');
    loud();
    either('/home');
  },
  ask() {
    login();
    member({ full: true });
    visit('vip');
    either('/user');
  },
});
