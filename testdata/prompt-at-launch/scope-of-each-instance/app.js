import { silencioso } from './utils/acceso';

App({
  onLaunch() {
    silencioso.entrar();
  },
});
