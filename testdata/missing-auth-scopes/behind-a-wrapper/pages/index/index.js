import { login } from '../../auth';

Page({
  login() {
    login();
  },
});
