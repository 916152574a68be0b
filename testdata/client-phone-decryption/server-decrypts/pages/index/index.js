import { decryptPhone } from '../../utils/api';

Page({
  data: { phone: '' },

  onPhone() {
    my.getPhoneNumber({
      success: (res) => {
        let userInfo = JSON.parse(res.response);
        decryptPhone({ response: userInfo.response }).then((data) => this.setData({ phone: data.phone }));
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写手机号' });
  },
});
