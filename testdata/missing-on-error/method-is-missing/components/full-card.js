const methods = {
  onOk() {
    my.showToast({ content: 'ok' });
  },
};

Component({ data: { can: my.canIUse('button.open-type.getAuthorize') }, methods });
