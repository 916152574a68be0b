import router from 'router-sdk';

Page({
  ok() {
    my.navigateBack();
  },

  // Mira el texto y no dice nada.
  cancelado(e) { //~ empty-on-error: offers nothing
    if (e.detail.errorMessage.indexOf('cancel') > -1) {
      console.log('用户取消');
    } else {
      console.error('授权失败');
    }
  },

  mencari({ detail }) { //~ empty-on-error
    if (/cancel/i.test(detail.errorMessage) || detail.errorMessage.startsWith('1001')) return;
    console.warn(detail);
  },

  trennen(e) { //~ empty-on-error
    const { errorMessage = '' } = e.detail || {};
    console.error(errorMessage.trim().split(':')[1]);
  },

  nuevo(e) { //~ empty-on-error
    const error = new Error('denied');
    error.code = e.detail.errorCode;
    console.error(error);
  },

  navigates(e) {
    router.match(e.detail.errorMessage.slice(2));
    router.open('pages/form/form');
  },

  replaces() {
    router.replace('pages/form/form');
  },
});
