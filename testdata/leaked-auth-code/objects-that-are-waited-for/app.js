import { askCode, getCode, getMasked, getState, post } from './utils/auth';

App({
  onLaunch() {
    getCode().then((grant) => {
      console.log('grant', grant); //~ leaked-auth-code
      my.request({ url: 'https://api.example.com/session', data: grant });
    });
    // 对象里没有授权码
    getState().then((state) => console.log('state', state));
    // 授权码在交出之前已经抹去
    getMasked().then((grant) => console.log('grant', grant));
    askCode()
      .then((res) => ({ code: res.authCode, from: 'launch' }))
      .then((grant) => my.showToast({ content: JSON.stringify(grant) })); //~ leaked-auth-code
  },

  async renew() {
    const grant = await getCode();
    console.log(grant); //~ leaked-auth-code
    const { code, ...rest } = await getCode();
    const answer = await post({ url: 'https://api.example.com/session', data: { code } });
    console.log(rest, answer);
  },

  async refresh() {
    const grant = await getCode();
    grant.code = '***';
    console.log(grant);
  },
});
