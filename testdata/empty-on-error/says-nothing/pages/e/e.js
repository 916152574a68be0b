import Taro from '@tarojs/taro'

Page({
  data: { nickName: '', can: my.canIUse('button.open-type.getAuthorize') },

  onGet() {
    Taro.showLoading({ title: '加载中' })
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response
        if (user.code === '10000') this.setData({ nickName: user.nickName })
        Taro.hideLoading()
      },
      fail: () => Taro.showToast({ title: '获取失败，请稍后再试' }),
    })
  },

  onRefused(e) { //~ empty-on-error
    console.log('授权失败', e)
    Taro.hideLoading()
    Taro.setStorageSync('refused', Date.now())
  },

  onAnswered() {
    Taro.hideLoading()
    Taro.showToast({ title: 'Escriba su apodo' })
  },
})
