Page({
  lanjut() { my.navigateTo({ url: '/pages/index/index?ok=1' }); },
  manual() { my.showToast({ content: 'Silakan isi nomor sendiri' }); },
  catat(e) { console.log(e); }, //~ empty-on-error
});
