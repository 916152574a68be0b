exports.ask = (done) => {
  my.getPhoneNumber({ success: (res) => done(res.response), fail: () => done('') }); //~ call-outside-authorize
};
