import { login, quickly, later, loudly, soon } from './utils/login';

App({
  onLaunch() {
    login({ scopes: 'auth_base', success: this.sesi });
    quickly({ scopes: 'auth_base', success: this.sesi });
    later(true, this.sesi);
    setTimeout(soon, 10);
    [{ scopes: 'auth_base' }].forEach(soon);
    loudly({ scopes: 'auth_base', timeout: 10, fail() {}, success: this.sesi });
  },

  sesi({ authCode }) {
    my.request({ url: 'https://api.example.com/sesi', data: { authCode } });
  },
});
