// 授权失败以后，这里什么都不问就再来一次，所有调用者都一样，无论用户刚刚选择了什么
exports.gagal = (lagi) => {
  console.warn('gagal');
  my.showLoading({ content: 'Memuat…' });
  setTimeout(() => lagi(), 1000);
};
