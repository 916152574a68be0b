const tell = () => my.alert({ content: 'Please try again' });

function login(type) {
  if (['user', 'phone'].indexOf(type) > -1) my.getAuthCode({ scopes: 'auth_user', fail: tell });
}

function request(extra) {
  if (extra.length > 0) my.getAuthCode({ scopes: 'auth_user', fail: tell });
}

function enter(level) {
  if (level >= 2) my.getAuthCode({ scopes: 'auth_user', fail: tell });
  if (Boolean(level)) my.getAuthCode({ scopes: 'auth_user', fail: tell }); //~ prompt-at-launch
}

function resume(step) {
  if (step == 2) my.getAuthCode({ scopes: 'auth_user', fail: tell });
  if (!~['1', '3'].indexOf(step)) return;
  my.getAuthCode({ scopes: 'auth_user', fail: tell }); //~ prompt-at-launch
}

Page({
  onLoad() {
    login('base');
    request([]);
    enter(1);
    resume('1');
  },
  join() {
    login('user');
    request(['user']);
    enter(2);
    resume('2');
  },
});
