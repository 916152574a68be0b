import { sessionId } from './sesion'

Page({
  data: { ficha: { phone: '' }, sesion: {} },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response
        if (info.code !== '10000') { this.onRefused(); return }
        const sesion = Object.assign({}, info, { userId: sessionId() })
        my.request({ url: `https://api.example.com/socios/${sesion.userId}`, data: { cert: sesion.certNo } }) //~ identity-from-user-info: `certNo`
        // el teléfono lo escribe el socio
        this.setData({ sesion, ficha: { ...this.data.ficha, ...info } })
      },
      fail: () => this.onRefused(),
    })
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su alias' })
  },
})
