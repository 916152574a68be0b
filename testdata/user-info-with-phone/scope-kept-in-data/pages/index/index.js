import { PHONE, SCOPES } from '../../utils/scopes';

Page({
  data: {
    visible: false,
    can: my.canIUse('button.open-type.getAuthorize'),
    scopes: SCOPES,
    phone: PHONE,
    other: PHONE,
  },

  open() {
    this.setData({ visible: true });
  },

  onUser() {
    this.setData({ visible: false, other: 'userInfo' });
  },

  onPhone() {
    this.setData({ visible: false });
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写' });
  },
});
