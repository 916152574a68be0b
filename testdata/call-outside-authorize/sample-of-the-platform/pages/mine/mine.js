// .js
Page({
data: { user: {} },
onLoad() {
if (!my.canIUse('button.open-type.getAuthorize')) my.alert({ content: 'Please update the app' });
},
onGetAuthorize(res) {
my.getOpenUserInfo({
fail: (res) => {
},
success: (res) => {
let userInfo = JSON.parse(res.response).response
if (userInfo.code === '10000') this.setData({ user: userInfo })
}
});
},
onAuthError() {
my.navigateTo({ url: '/pages/index/index' })
}
})
