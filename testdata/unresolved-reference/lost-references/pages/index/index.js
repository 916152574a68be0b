Page({
  data: { kind: '', scope: 'userInfo', answer: 'onAgreed' },

  enter(event) {
    my.getAuthCode({ //~ unresolved-reference: what `my.getAuthCode` asks for here
      scopes: event.target.dataset.scopes,
      success: ({ authCode }) => this.setData({ authCode }),
      fail: () => this.onRefused(),
    });
    my[event.target.dataset.name](); //~ unresolved-reference: which API of `my` is called
  },

  onAgreed() {
    my.showToast({ content: 'Gracias' });
  },

  onRefused() {
    my.showToast({ content: 'Puede seguir sin entrar' });
  },

  onLoad(query) {
    this.setData({ scope: query.scope });
  },
});
