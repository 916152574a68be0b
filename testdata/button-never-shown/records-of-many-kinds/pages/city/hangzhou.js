import { send } from '../../utils/track';

Page({
  onLoad() { send({ city: 'hangzhou' }) },
});
