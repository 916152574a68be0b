import { dispatch } from '../../utils/store';

// a tap is not a consent
Page({
  data: { nama: '' },
  lihat() { dispatch({ type: 'user/read', done: (nama) => this.setData({ nama }) }); },
});
