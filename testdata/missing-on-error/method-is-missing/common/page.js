export default {
  data: { can: my.canIUse('button.open-type.getAuthorize') },
  onOk() {
    my.showToast({ content: 'ok' });
  },
  skip() {
    my.navigateTo({ url: '/pages/cards/cards' });
  },
};
