import { ignore, byHand } from '../../utils/common';

Page({
  data: { ready: my.canIUse('button.open-type.getAuthorize') },
  bind() { this.setData({ asked: true }) },
  refused: ignore, //~ empty-on-error: `refused`
  escribir: byHand,
});
