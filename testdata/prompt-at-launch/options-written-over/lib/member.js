export default function join(done) {
  my.getAuthCode({ scopes: 'auth_user', success: done, fail: done }); //~ prompt-at-launch
}
