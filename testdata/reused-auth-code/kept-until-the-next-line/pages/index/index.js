let kode;
let pending = null;

function kirim() {
  return new Promise((ok, no) => my.request({ url: 'https://api.example.com/masuk', data: { kode }, success: ok, fail: no }));
}

function minta() {
  return new Promise((ok, no) => {
    my.getAuthCode({
      scopes: 'auth_base',
      success: (res) => {
        kode = res.authCode;
        ok();
      },
      fail: no,
    });
  });
}

Page({
  masuk() {
    pending = minta()
      .then(() => kirim())
      .catch(() => (kode = ''));
  },

  tukar() {
    if (pending) pending.then(({ data }) => this.setData({ kupon: data.kupon, siap: !!kode }));
  },
});
