import BaseData from './base'

class Cupones extends BaseData {
  getData() {
    my.getAuthCode({ //~ prompt-at-launch
      scopes: ['auth_user', 'auth_base'],
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/cupones', data: { authCode } }),
      fail: () => my.showToast({ content: 'Sin cupones por ahora' }),
    })
  }
}

const cupones = new Cupones({ prop: 'cupones' })
cupones.onLife('cambio', { data() { this.load() }, immediate: true })
export default cupones
