// .js 
Page({
data: {
  canIUseAuthButton: my.canIUse('button.open-type.getAuthorize'),
  nickName: '',
},
onGetAuthorize(res) {
  my.getOpenUserInfo({
    fail: (res) => {
    },
    success: (res) => {
      let userInfo = JSON.parse(res.response).response // 以下方的报文格式解析两层 response
      if (userInfo.code == '10000') this.setData({ nickName: userInfo.nickName })
    }
  });
},
onAuthError(res) {
  my.alert({ content: '您可以手动填写昵称' })
},
})
