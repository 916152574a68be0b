const codes = require('../../utils/estados')
const OK = 10000
let esperado = 10000

Page({
  data: { nickName: '' },

  onLoad(query) {
    if (query.sandbox) esperado = '10000'
  },

  onAuthorized() {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response
        if (info.code === esperado || String(OK) === info.code) this.setData({ nickName: info.nickName })
        else if (codes.aceptado === info.code) this.onRefused() //~ numeric-response-code: `10000`
        switch (info.code) {
          case OK: //~ numeric-response-code: `10000`
            break
          case codes.otro:
            this.onRefused()
        }
      },
      fail: () => this.onRefused(),
    })
  },

  onRefused() {
    codes.otro = String(codes.otro)
    my.showToast({ content: 'También puede escribir su alias' })
  },
})
