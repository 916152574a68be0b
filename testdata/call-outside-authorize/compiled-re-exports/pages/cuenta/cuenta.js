import { bindPhone, formatPhone } from '../../lib';
import { registerPhone } from '../../lib/ts';

Page({
  data: { telefono: '', puede: my.canIUse('button.open-type.getAuthorize') },

  onLoad({ telefono = '13800000000' }) {
    this.setData({ telefono: formatPhone(telefono) });
    bindPhone();
  },

  alAutorizar() { registerPhone(); },

  alRechazar() {
    my.showToast({ content: 'También puede escribir su número' });
  },
});
