import { removeLocal } from '../../utils/store';

Page({
  forget() {
    removeLocal('profile-refused');
  },
});
