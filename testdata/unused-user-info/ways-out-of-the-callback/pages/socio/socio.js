Page({
  onAuthorized() {
    my.getOpenUserInfo()
      .then((res) => this.register(res))
      .catch(() => this.onRefused());
  },

  register({ response }) {
    my.request({ url: 'https://api.example.com/socios', method: 'POST', data: { response } });
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su nombre' });
  },
});
