export function ask(done) {
  my.getPhoneNumber({ //~ call-outside-authorize
    success: (res) => done(res.response),
    fail: () => done(''),
  });
}

export function unused(done) {
  my.getPhoneNumber({ //~ unreached-call
    success: (res) => done(res.response),
    fail: () => done(''),
  });
}
