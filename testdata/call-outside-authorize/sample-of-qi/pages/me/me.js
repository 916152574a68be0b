Page({
    data: { canIUseAuthButton: false, avatar: '' },

    onLoad() {
        this.setData({ canIUseAuthButton: my.canIUse('button.open-type.getAuthorize') });
    },

    onGetAuthorize(res) {
        my.getOpenUserInfo({
            fail: (res) => {
            },
            success: (res) => {
                let userInfo = JSON.parse(res.response).response
                if (userInfo.code !== '10000') return this.onAuthError();
                this.setData({ avatar: userInfo.avatar });
            }
        });
    },

    onAuthError() {
        my.showToast({ content: 'You can upload a picture instead' });
    },
});
