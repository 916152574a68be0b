import { enter, login } from '../../utils/login';

Page({
  enter() {
    login({ type: '1' });
    enter({});
  },
});
