import promisify from '../../promisify';

const getUser = promisify(my.getAuthUserInfo);

Page({
  data: { nickName: '' },

  async refresh() {
    const { nickName } = await getUser(); //~ deprecated-get-auth-user-info
    this.setData({ nickName });
  },

  onLater() {
    const { getAuthUserInfo } = my;
    getAuthUserInfo({ success: () => this.refresh() }); //~ deprecated-get-auth-user-info
  },
});
