import LEVEL, { ACTIVE, Kind, SILENT, STEP } from './common/modes';
import { enter, greet, join, reconnect, remind, signIn, upgrade, welcome } from './common/account';
import { load } from './common/remote';

App({
  onLaunch() {
    load();
    signIn(SILENT);
    reconnect(SILENT);
    join(Kind.GUEST);
    enter(STEP.PEEK);
    upgrade(LEVEL.BASE);
    greet();
    welcome(ACTIVE);
    remind();
  },
});
