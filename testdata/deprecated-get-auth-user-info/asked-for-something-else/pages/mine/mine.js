const puede = (que) => my.canIUse(que)

Page({
  data: { alias: '' },

  entrar() {
    if (puede('getOpenUserInfo')) return
    my.getAuthUserInfo({ success: (u) => this.setData({ alias: u.nickName || 'socio' }) })
  },

  recargar() {
    const hay = my.canIUse('getAuthUserInfo')
    if (!hay) my.showToast({ content: 'Escriba su alias' })
    else my.getAuthUserInfo({ success: (u) => this.setData({ alias: u.nickName || 'socio' }) })
  },
})
