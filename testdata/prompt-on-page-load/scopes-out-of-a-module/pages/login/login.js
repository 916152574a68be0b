import { BASE, USER, SCOPES } from '../../config/scopes';

const fail = () => my.showToast({ content: '登录失败，可以先浏览' });

Page({
  data: { name: '' },

  onLoad() {
    my.getAuthCode({ scopes: `${BASE},${USER}`, success: this.done, fail }); //~ prompt-on-page-load: `auth_user`
    my.getAuthCode({ scopes: [SCOPES.SILENT, SCOPES.PROFILE].join(), success: this.done, fail }); //~ prompt-on-page-load
    my.getAuthCode({ scopes: SCOPES.SILENT + '', success: this.done, fail });
  },

  done() {
    this.setData({ name: '会员' });
  },
});
