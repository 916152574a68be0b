import { createPage } from '@example/frame';

createPage({
  data: { phone: '' },

  beforeMount() {
    my.getPhoneNumber({ //~ call-outside-authorize
      success: ({ response }) => my.request({ url: 'https://api.example.com/phone', data: { response } }),
      fail: () => my.showToast({ content: '可以手动填写' }),
    });
  },
});
