import { HOST, leave } from '../../utils/config';

Page({
  data: { url: '' },

  open() {
    const back = encodeURIComponent('https://shop.example.com/back');
    this.setData({
      url: HOST + '/oauth2/publicAppAuthorize.htm?app_id=' + this.appId + '&scope=auth_user&redirect_uri=' + back, //~ spliced-auth-url: publicAppAuthorize
    });
  },

  jump() {
    my.ap.openURL({
      url: `alipays://platformapi/startapp?appId=20000067&url=https%3A%2F%2Fopenauth.alipay.com%2Foauth2%2FappToAppAuth.htm%3Fapp_id%3D${this.appId}`, //~ spliced-auth-url: appToAppAuth
    });
    leave();
  },
});
