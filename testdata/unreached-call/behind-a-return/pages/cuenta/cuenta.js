Page({
  data: { nickName: '', scope: 'auth_base' },

  onLoad() {
    my.showModal({ title: '提示', content: '正在开发中' });
    return;
    this.setData({ scope: 'auth_user' });
    this.scope = 'auth_user'
    my.getOpenUserInfo({ //~ unreached-call
      success: (res) => {
        console.log(res);
        this.setData({ nickName: res.nickName });
      },
    });
  },

  load() {
    return read.call(this);

    // 函数声明会提升，上面的调用照样执行
    function read() {
      my.getPhoneNumber({ //~ call-outside-authorize
        success: ({ response }) => {
          my.request({ url: 'https://api.example.com/phone', method: 'POST', data: { response } });
        },
        fail: () => my.showToast({ content: '可以手动填写手机号' }),
      });
    }
  },

  login() {
    my.getAuthCode({
      scopes: this.scope || 'auth_base',
      success: (res) => {
        my.request({ url: 'https://api.example.com/login', data: { code: res.authCode } });
        return;
        console.log('authCode', res.authCode);
      },
      fail: (res) => {
        try { return } finally {
          my.showToast({ content: '登录失败' });
        }
      },
    });
  },

  pay() {
    for (const way of ['wallet', 'card']) {
      if (way === 'wallet') continue
      this.way = way
      break
      my.getPhoneNumber({ success() {} }); //~ unreached-call
    }
    const later = () => { throw new Error('TODO') };
    later();
    my.getAuthCode({
      success: (res) => {
        if (!res.authCode) return;
        console.log(res.authCode); //~ leaked-auth-code
      },
    });
  },
});
