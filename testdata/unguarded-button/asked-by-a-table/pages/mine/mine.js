const TYPE = 'getAuthorize'

Page({
  data: { can: false, nickName: '' },

  onLoad() {
    const can = my.canIUse && my.canIUse(`button.open-type.${TYPE}`)
    this.setData({ can })
  },

  onOk() {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response
        if (info.code === '10000') this.setData({ nickName: info.nickName })
      },
      fail: () => this.onNo(),
    })
  },

  onNo() {
    my.showToast({ content: '也可以手动填写昵称' })
  },
})
