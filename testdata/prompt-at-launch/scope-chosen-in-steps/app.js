import * as auth from './utils/auth';

App({
  onLaunch() {
    auth.byKind({ kind: '0' });
    auth.byFlag({ silent: true });
    auth.byWord({ kind: 'guest' });
    auth.byNumber({ kind: 0 });
    auth.byAbsence({ ask: false });
    auth.byTable({ kind: 'base' });
    auth.byPlace({ kind: 1 });
    auth.byChoice({ full: false });
    auth.laterOn({ silent: true });
    auth.afterAll({ silent: true });
    auth.byChangedTable({ kind: 'base' });
    auth.changedLater({ silent: true });
  },
});
