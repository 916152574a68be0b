var store = require('../../store/user')
var member = require('../../store/member')

Page({
  data: { nickName: '' },

  onAuthorized: function () {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response
        if (info.code != 10000) return this.onRefused()
        store.save(info)
        member.info = info
        my.alert({ title: member.phone, content: member.key.email })
        this.setData({ nickName: info.nickName, key: `m-${store.id()}` })
        const { mobile = '' , nickName } = info; //~ identity-from-user-info: `mobile`
        my.request({ url: 'https://api.example.com/m', method: 'POST', data: { mobile, nickName } })
      },
      fail: () => this.onRefused(),
    })
  },

  onRefused() {
    my.showToast({ content: 'Silakan tulis nama Anda' })
  },
})
