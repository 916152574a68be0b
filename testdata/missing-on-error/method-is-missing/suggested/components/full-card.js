const methods = {
  onOk() {
    my.showToast({ content: 'ok' });
  },

  onAuthError() {
    my.showToast({ content: 'Not authorized; you can try again later' });
  },
};

Component({ data: { can: my.canIUse('button.open-type.getAuthorize') }, methods });
