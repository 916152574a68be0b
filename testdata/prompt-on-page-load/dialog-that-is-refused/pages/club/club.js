import Dialog from 'tiny-mini-ui/dialog'
import bus from 'tiny-bus'

Page({
  onLoad() {
    Dialog.confirm({ message: '加入俱乐部？' }).then(() => this.join('auth_user'))
    Dialog.alert({ message: '欢迎回来' }).catch(() => this.enter())
  },

  async onReady() {
    const res = await bus.ask('¿Entrar?')
    if (!res.confirm) return
    this.join('auth_user')
  },

  onShow() {
    // 不是对话框
    if (this.signed) return
    this.signed = true
    bus.once('ready').then(() => this.sign())
  },

  enter() {
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      success: ({ authCode }) => this.send(authCode),
      fail: () => my.showToast({ content: '可以先浏览' }),
    })
  },

  sign() {
    my.getAuthCode({ //~ prompt-on-page-load
      scopes: 'auth_user',
      success: ({ authCode }) => this.send(authCode),
      fail: () => my.showToast({ content: 'Puede seguir sin cuenta' }),
    })
  },

  join(scopes) {
    my.getAuthCode({
      scopes,
      success: ({ authCode }) => this.send(authCode),
      fail: () => my.showToast({ content: '可以先浏览' }),
    })
  },

  send(authCode) {
    my.request({ url: 'https://api.example.com/club', method: 'POST', data: { authCode } })
  },

  help() {
    my.alert({ content: '客服电话 0123' })
  },
})
