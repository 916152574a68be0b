import { Mode } from './modes';

enum Level { Guest, Member }

const tell = () => my.alert({ content: 'Please try again' });

function login(mode: Mode) {
  if (mode === Mode.Active) my.getAuthCode({ scopes: 'auth_user', fail: tell });
}

function enter(level: Level) {
  switch (level) {
    case Level.Guest:
      my.getAuthCode({ scopes: 'auth_base' });
      break;
    case Level.Member:
      my.getAuthCode({ scopes: 'auth_user', fail: tell });
      break;
  }
}

function join(level: Level) {
  if (level === Level.Member) my.getAuthCode({ scopes: 'auth_user', fail: tell }); //~ prompt-at-launch
}

App({
  onLaunch() {
    login(Mode.Silent);
    enter(Level.Guest);
    join(Level.Member);
  },
});
