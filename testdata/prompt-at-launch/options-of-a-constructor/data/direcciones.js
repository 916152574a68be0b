import BaseData from './base'

class Direcciones extends BaseData {
  constructor(option) { super(option) }

  getData() {
    my.getAuthCode({ //~ prompt-at-launch
      scopes: ['auth_user'],
      success: ({ authCode }) => my.request({ url: 'https://api.example.com/direcciones', data: { authCode } }),
      fail: () => my.showToast({ content: 'Puede escribir la dirección' }),
    })
  }
}

export default new Direcciones({ prop: 'direcciones', auto: true })
