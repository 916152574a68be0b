import { login, refresh } from '../../utils/login';

Page({
  onLoad() {
    refresh('user', () => {});
  },
  enter() {
    login({ done: () => this.setData({ entered: true }) });
  },
});
