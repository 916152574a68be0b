export function ask(done) {
  return new Promise((resolve) => {
    my.getAuthCode({ //~ unhandled-refusal
      scopes: ['auth_user'],
      success: ({ authCode }) => {
        done(authCode);
        resolve();
      },
    });
  });
}
