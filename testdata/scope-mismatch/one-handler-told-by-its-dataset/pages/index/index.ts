type Kind = 'userInfo' | 'phoneNumber';

const readers: Record<Kind, (page: any) => void> = {
  userInfo: (page) =>
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response;
        if (info.code === '10000') page.setData({ nickName: info.nickName });
      },
      fail: () => page.onRefused(),
    }),
  phoneNumber: (page) =>
    my.getPhoneNumber({
      success: ({ response }) => my.request({ url: 'https://api.example.com/phone', data: { response } }),
      fail: () => page.onRefused(),
    }),
};

Page({
  data: { nickName: '' },

  onGranted(e: { target: { dataset: { kind: Kind } } }) {
    readers[e.target.dataset.kind](this);
  },

  onRefused() {
    my.showToast({ content: '也可以手动填写' });
  },
});
