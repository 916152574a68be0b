import { open } from '../../utils/profile';

Page({
  data: { nickName: '' },

  onAuthorized() {
    my.getOpenUserInfo({
      success: ({ response }) => {
        const alias = response.nickName; //~ response-parsed-once: a text that was never parsed
        const { avatar } = open({ response }); //~ response-parsed-once: `avatar`
        if (alias && avatar) this.setData({ nickName: alias });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: 'También puede escribir su nombre' });
  },
});
