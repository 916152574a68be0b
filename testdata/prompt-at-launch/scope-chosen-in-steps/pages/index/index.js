import * as auth from '../../utils/auth';

Page({
  enter() {
    auth.byKind({ kind: '1' });
    auth.byFlag({});
    auth.byWord({ kind: 'member' });
    auth.byNumber({ kind: 1 });
    auth.byAbsence({});
    auth.byTable({ kind: 'user' });
    auth.byPlace({ kind: 0 });
    auth.byChoice({ full: true });
    auth.laterOn({});
    auth.askAll();
  },
});
