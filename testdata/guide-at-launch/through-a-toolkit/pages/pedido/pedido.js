import * as Taro from '@tarojs/taro'

Page({
  // 不是首屏
  onLoad() {
    Taro.showModal({ title: '¿Guardar el pedido?', success: res => res.confirm && this.save() })
  },

  save() {
    my.getAuthCode({ scopes: ['auth_user'], success: ({ authCode }) => {
      my.request({ url: 'https://api.example.com/pedido', data: { authCode } })
    }, fail: () => Taro.showToast({ title: 'Se guarda sin cuenta' }) })
  },
})
