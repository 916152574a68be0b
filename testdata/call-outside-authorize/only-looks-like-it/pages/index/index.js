import user from '../../services/user';

Page({
  data: { nickName: '', can: my.canIUse('getOpenUserInfo') },

  async onLoad() {
    console.log('my.getOpenUserInfo()', my.getOpenUserInfo ? 'there' : 'missing');
    const { data } = await user.getOpenUserInfo();
    this.setData({ nickName: data.nickName });
    this.getOpenUserInfo();
    this.report({ getOpenUserInfo: (res) => console.log(res) });
    /*
    my.getOpenUserInfo({
      success: (res) => this.setData(JSON.parse(res.response).response),
    });
    */
  },

  getOpenUserInfo() {
    my.reportAnalytics('profile', { api: 'my.getOpenUserInfo' });
  },

  report(my) {
    my.getOpenUserInfo('a parameter that happens to be called my');
  },
});
