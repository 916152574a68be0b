Page({
  data: { estado: '' },

  onLoad(query) {
    if (query.from === 'qr') {
      this.setData({ estado: 'qr' })
      return
    } else { this.setData({ estado: query.from || '' }); return }
    this.entrar('antes')
  },

  onShow() {
    switch (this.data.estado) {
      case 'qr':
      case 'push':
        return
        break;
      default: {
        throw new Error('estado desconocido')
      }
    }
    this.entrar('show')
  },

  onReady() {
    switch (this.data.estado) {
      case 'qr': return
      case 'push': if (this.listo) break
        return
      default:
        return
    }
    this.entrar('ready')
  },

  abrir() {
    my.navigateTo({ url: '/pages/cuenta/cuenta' });
  },

  entrar(desde) {
    if (desde === 'ready') {
      my.getAuthCode({ //~ prompt-at-launch
        scopes: 'auth_user',
        success: ({ authCode }) => my.request({ url: 'https://api.ejemplo.mx/entrar', data: { authCode } }),
        fail: () => my.showToast({ content: 'Puede seguir sin entrar' })
      })
    } else {
      my.getAuthCode({
        scopes: ['auth_user'],
        success: ({ authCode }) => my.request({ url: 'https://api.ejemplo.mx/entrar', data: { authCode, desde } }),
        fail: () => my.showToast({ content: 'Puede seguir sin entrar' })
      })
    }
  },
});
