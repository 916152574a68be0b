/*
 * Véase consentlint-ignore mising-scope -- dentro de un comentario más largo
 */
Page({
  onPerfil() {
    // eslint-disable-next-line no-such-rule -- de otra herramienta
    my.showToast({ content: 'listo // consentlint-ignore mising-scope -- no' });
  },
});
