import { createPage } from 'some-package/page';

createPage({
  data: { can: my.canIUse('button.open-type.getAuthorize') },
  onOk() {
    my.showToast({ content: 'ok' });
  },
  skip() {
    my.navigateTo({ url: '/pages/elsewhere/elsewhere' });
  },
});
