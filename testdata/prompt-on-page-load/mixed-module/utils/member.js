import texts from './texts';

// `default` is the class here, because something is exported by name.
export const level = 1;
export default class Member {
  bind() {
    my.getAuthCode({ scopes: 'auth_user', fail: () => my.showToast({ content: texts.later }) });
  }
}
