Component({
  props: { terbuka: false, setuju: false, kode: '' },
  data: { nama: '' },

  didUpdate(sebelum, dataSebelum) {
    const { kode } = this.props;
    if (this.props.terbuka && !sebelum.terbuka) this.minta();
    if (sebelum.setuju === false && this.props.setuju === true) { this.minta(); }
    if (kode !== sebelum.kode) this.minta();
    // tetap terbuka, jadi ditanya lagi
    if (this.props.terbuka && sebelum.terbuka && !dataSebelum.nama) {
      my.getAuthCode({ //~ prompt-loop
        scopes: ['auth_user'],
        success: () => this.setData({ nama: 'anggota' }),
        fail: () => my.showToast({ content: 'batal' }),
      });
    }
  },

  methods: {
    minta() {
      my.getAuthCode({
        scopes: 'auth_user',
        success: () => this.setData({ nama: 'anggota' }),
        fail: () => my.showToast({ content: '已取消' }),
      });
    },
  },
});
