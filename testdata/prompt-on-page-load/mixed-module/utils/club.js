import texts from './texts';

function join() {
  my.getAuthCode({ //~ prompt-on-page-load: from `onLoad`
    scopes: 'auth_user',
    fail: () => my.showToast({ content: texts.later }),
  });
}

module.exports = { join: join }
