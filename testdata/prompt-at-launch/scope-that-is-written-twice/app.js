import { login, member, visit, loud, either, unknown } from './utils/auth';

App({
  onLaunch() {
    login(true);
    member({});
    visit('游客');
    loud();
    unknown('访客');
    either('/home');
  },
  ask() {
    unknown('vip');
    login();
    member({ full: true });
    visit('vip');
    either('/user');
  },
});
