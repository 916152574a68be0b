export function exigirSesion(origen) {
  if (my.getStorageSync({ key: 'sesion' }).data) return;
  my.reLaunch({ url: `/pages/acceso/acceso?origen=${origen}` }); //~ guide-at-launch: the launch leads by `my.reLaunch` to `pages/acceso/acceso`, where nothing can be done but to authorize
}
