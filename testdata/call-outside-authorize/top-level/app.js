import onUser from './services/boot';

App({
  onLaunch() {
    onUser((name) => my.showToast({ content: name }));
  },
});
