Page({
  data: { showAuth: false, ready: my.canIUse('button.open-type.getAuthorize') },

  onLoad() {
    const refused = my.getStorageSync({ key: 'avatarRefused' }).data;
    this.setData({ showAuth: !refused });
  },

  allow() {
    my.navigateBack();
  },

  refuse() {
    my.showToast({ content: '已跳过' });
    my.setStorageSync({ key: 'avatarRefused', data: true }); //~ refusal-is-final: a refusal stores `avatarRefused`
    this.setData({ showAuth: false });
  },

  menu() {
    my.navigateTo({ url: '/pages/menu/menu' });
  },
});
