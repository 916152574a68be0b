export const tell = (content) => {
  my.hideLoading();
  return new Promise((resolve) => my.alert({ content, success: resolve }));
};
