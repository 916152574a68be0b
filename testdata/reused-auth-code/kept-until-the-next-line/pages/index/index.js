let kode;
let pending = null;

function kirim() {
  return new Promise((ok, no) => my.request({ url: 'https://api.example.com/masuk', data: { kode }, success: ok, fail: no }));
}

Page({
  masuk() {
    my.getAuthCode({
      scopes: 'auth_base',
      success: (res) => {
        kode = res.authCode;
        pending = kirim();
      },
      fail: () => (kode = ''),
    });
  },

  tukar() {
    if (pending) pending.then(({ data }) => this.setData({ kupon: data.kupon }));
  },
});
