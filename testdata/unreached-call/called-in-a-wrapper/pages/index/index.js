import promisify from '../../promisify';

const info = promisify(my.getOpenUserInfo);
const phone = promisify(my.getPhoneNumber); //~ unreached-call

Page({
  data: { name: '', canAsk: my.canIUse('button.open-type.getAuthorize') },

  async onAuthorize() {
    const { response } = await info({ timeout: 3000 }).catch(() => ({}));
    const user = response && JSON.parse(response).response;
    this.setData({ name: user && user.code === '10000' ? user.nickName : '游客' });
  },

  onRefuse() {
    this.setData({ name: '游客' });
  },
});
