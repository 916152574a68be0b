import { link } from '../../services/link';

Page({
  onShow() {
    link().then(
      ({ authCode }) => this.setData({ linked: !!authCode }),
      () => my.showToast({ content: 'Sin vincular' }),
    );
  },

  go() {
    my.navigateBack();
  },
});
