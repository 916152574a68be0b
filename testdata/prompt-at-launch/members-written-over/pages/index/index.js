import { login } from '../../utils/login';

Page({
  masuk() {
    login(false);
  },
});
