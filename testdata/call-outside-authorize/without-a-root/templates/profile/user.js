export function phone(done) {
  my.getPhoneNumber({
    success: ({ response }) => done(response),
    fail: () => my.showToast({ content: '可以手动填写' }),
  });
}
