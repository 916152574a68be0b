export default {
  login({ kind = 'auth_base', more = [], success, fail }) {
    let scopes = [kind];
    if (kind !== 'auth_base') {
      scopes = more.length ? scopes.concat(more) : scopes.concat(['auth_zhima']);
    }
    my.getAuthCode({
      scopes,
      success(res) {
        success && success(res);
      },
      fail(error) {
        fail && fail(error);
      },
    });
  },
};
