const request = (url = '', data = {}) => new Promise((resolve, reject) => {
    my.request({
        url: 'https://api.example.com' + url,
        data,
        success: res => {
            if (res.data.code === 40301) {
              my.redirectTo({ url: '/pages/auth/auth'}) //~ guide-at-launch: `my.redirectTo` to `pages/auth/auth`, which asks for authorization when it opens
            } else resolve(res);
        },
        fail: reject
    })
});
export default request;
