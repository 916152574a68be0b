import bus from './utils/bus';
import events from './utils/events';

App({
  onLaunch() {
    this.can = my.canIUse('button.open-type.getAuthorize');
    bus.emit('siap');
    events.emit('listo', 1);
  },
});
