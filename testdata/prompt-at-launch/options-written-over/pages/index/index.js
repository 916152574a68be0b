import { loudly, merged, quietly } from '../../lib/ask';

Page({
  onLoad() {
    quietly(this.send);
    merged(this.send);
    loudly(this.send);
    import('../../lib/member').then(({ default: join }) => join(() => {}));
  },

  join() {
    quietly(this.send);
  },

  send({ authCode }) {
    my.request({ url: 'https://api.example.com/session', method: 'POST', data: { authCode } });
  },
});
