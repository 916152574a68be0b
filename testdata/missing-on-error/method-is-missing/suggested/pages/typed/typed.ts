interface Data { can: boolean }

const page: tinyapp.PageOptions<Data> = {
  data: { can: my.canIUse('button.open-type.getAuthorize') } as Data,
  onOk(): void {
    my.showToast({ content: 'ok' });
  },
  skip(): void {
    my.navigateTo({ url: '/pages/open/open' });
  },

  onAuthError() {
    my.showToast({ content: 'Not authorized; you can try again later' });
  },
};

Page(page);
