function code(done) {
  my.getAuthCode({
    scopes: 'auth_user',
    success: ({ authCode }) => done(null, authCode),
    fail: (error) => done(error),
  });
}

Page({
  data: { title: 'Pagar' },

  join() {
    code((error, authCode) => {
      if (error) {
        this.setData({ title: 'Puede pagar en caja' });
        return;
      }
      my.request({ url: 'https://api.example.com/pago', data: { authCode } });
      my.exitMiniProgram();
    });
    code((error) => {
      if (error) {
        my.exitMiniProgram(); //~ exit-on-refusal
      }
    });
  },
});
