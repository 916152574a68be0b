class LoginError extends Error {}

const ask = (done) => {
  my.getAuthCode({
    scopes: 'auth_user',
    success: ({ authCode }) => done(null, authCode),
    fail: (detail) => {
      const error = new LoginError('refused');
      error.detail = detail;
      done(error, null);
    },
  });
};

exports.login = (client, options) => {
  const start = () =>
    ask((error, code) => {
      if (error) {
        options.fail(error);
        return;
      }
      client.send({ data: { code }, success: (answer) => (answer.expired ? start() : options.success()) });
    });
  start();
};

exports.insist = (client, options) => {
  const start = () =>
    ask((error, code) => {
      if (!error) {
        client.send({ data: { code }, success: () => options.success() });
        return;
      }
      start(); //~ prompt-loop: a refusal of `my.getAuthCode` asks again at once
    });
  start();
};

exports.sometimes = (client, options) => {
  const ask = (done) => {
    my.getAuthCode({
      scopes: 'auth_user',
      success: ({ authCode }) => done(null, authCode),
      fail: (detail) => {
        let error = null;
        if (detail.error !== 11) error = new LoginError('failed');
        done(error, null);
      },
    });
  };
  const start = () =>
    ask((error) => {
      if (error) {
        options.fail(error);
        return;
      }
      start(); //~ prompt-loop
    });
  start();
};
