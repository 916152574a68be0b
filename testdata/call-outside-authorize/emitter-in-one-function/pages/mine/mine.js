import EventEmitter from 'events';

Page({
  data: { nickName: '' },

  onLoad() {
    const bus = new EventEmitter();
    bus.on('ready', () => this.load());
    my.request({ url: 'https://api.example.com/ready', success: () => bus.emit('ready') });
  },

  load() {
    my.getOpenUserInfo({ //~ call-outside-authorize
      success: (res) => {
        const user = JSON.parse(res.response).response;
        if (user.code === '10000') this.setData({ nickName: user.nickName });
      },
      fail: () => my.showToast({ content: '获取失败，请稍后再试' }),
    });
  },
});
