Page({
  data: { nombre: '' },
  onNo() {
    this.setData({ nombre: 'invitado' );
  }, //~^ syntax-error
  onOk() {
    my.showToast({ content: 'gracias' });
  },
  onLoad() {
    my.getOpenUserInfo({ fail: () => this.onNo() });
    //~^ call-outside-authorize
    //~^^ prompt-at-launch
    //~^^^ unused-user-info
  },
});
