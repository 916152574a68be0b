const phone = require('../../lib/phone') as { open(text: string): Promise<string> };

Page({
  data: { phone: '' },

  onPhone() {
    my.getPhoneNumber()
      .then(({ response }: { response: string }) => JSON.parse(response).response as string)
      .then((text) => phone.open(text))
      .then((text) => this.setData({ phone: JSON.parse(text).mobile }))
      .catch(() => this.onRefused());
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写手机号' });
  },
});
