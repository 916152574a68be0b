const code = () => new Promise((resolve, reject) => {
  my.getAuthCode({ scopes: ['auth_base'], success: (res) => resolve(res.authCode), fail: reject });
});
const system = () => new Promise((resolve) => my.getSystemInfo({ success: resolve }));

Page({
  async login() {
    const all = await Promise.all([code(), system()]);
    console.log(all); //~ leaked-auth-code
    console.log(all[1]);
    console.log(all[0]); //~ leaked-auth-code
    const [authCode, info] = await Promise.all([code(), system()]);
    console.log(info);
    my.request({ url: 'https://api.example.com/login', data: { authCode } });
  },
});
