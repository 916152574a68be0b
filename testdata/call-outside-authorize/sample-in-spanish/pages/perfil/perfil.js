Page({
    data: { canIUse: my.canIUse('button.open-type.getAuthorize'), manual: false, apodo: '' },

    onGetAuthorize(res) {
        my.getOpenUserInfo({
            fail: (res) => {
            },
            success: (res) => {
                let userInfo = JSON.parse(res.response).response
                if (userInfo.code == "10000") {
                    this.setData({ apodo: userInfo.nickName })
                }
            }
        });
    },

    // guiar a los usuarios a completar manualmente su información
    onAuthError() {
        this.setData({ manual: true })
    },

    guardar(e) {
        this.setData({ apodo: e.detail.value.apodo, manual: false })
    },
})
