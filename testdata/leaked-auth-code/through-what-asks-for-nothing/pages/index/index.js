Page({
  enter() {
    my.getAuthCode({
      scopes: ['auth_base'],
      success: (res) => {
        this.code = res.authCode;
        this.exchange();
      },
    });
  },
  exchange() {
    const first = { code: this.code };
    this.post(first, () => {
      const second = { channel: 'mini' };
      this.post(second, () => {});
    });
  },
  post(json, done) {
    const data = { json: JSON.stringify(json), time: Date.now() };
    console.log('request', data); //~ leaked-auth-code
    my.request({ url: 'https://api.example.com/', data, success: done });
  },
});
