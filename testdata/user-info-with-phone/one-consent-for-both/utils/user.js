export function readPhone(done) {
  my.getPhoneNumber({ //~ user-info-with-phone: `my.getPhoneNumber` follows `my.getOpenUserInfo`
    success: ({ response }) => done(response),
    fail: () => my.showToast({ content: '可以手动填写手机号' }),
  });
}
