import { orderPhone } from '../../lib/ts/compras';

Page({
  onLoad() {
    orderPhone();
  },
});
