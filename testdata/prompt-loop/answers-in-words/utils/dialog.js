export const ask = (content) =>
  new Promise((resolve) => {
    my.confirm({
      content,
      success: ({ confirm }) => resolve({ action: confirm ? 'accept' : 'cancel' }),
    });
  });

export const choose = (items, done) => {
  my.showActionSheet({
    items,
    success: (res) => done(res.index === -1 ? new Error('cancel') : null, res.index),
  });
};
