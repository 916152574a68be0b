const fail = () => my.showToast({ content: 'Puede seguir sin cuenta' });

const pasos = new Map([
  ['base', () => my.getAuthCode({ scopes: 'auth_base', fail })],
  ['user', () => my.getAuthCode({ scopes: 'auth_user', fail })],
  ['mail', () => my.getAuthCode({ scopes: 'auth_user', fail })], //~ prompt-at-launch
]);

const todos = new Map([['user', () => my.getAuthCode({ scopes: 'auth_user', fail })]]); //~ prompt-at-launch

Page({
  onLoad(query) {
    pasos.get('base')();
    pasos.get('mail')();
    todos.get(query.paso)();
  },

  unirse() {
    pasos.get('user')();
  },
});
