Page({
  data: { ok: false },

  onAuthorized(): void {
    my.getOpenUserInfo() //~ unused-user-info
      .then(() => this.setData({ ok: true }))
      .catch(() => this.onRefused());
  },

  onRefused(): void {
    my.showToast({ content: 'Puede seguir sin alias' });
  },
});
