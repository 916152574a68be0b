Page({
  data: { teks: 'Toko Melati' },
  gagal() {
    my.showToast({ content: 'Silakan tulis nama Anda' });
  },
});
