export function getLocal(key) {
  const res = my.getStorageSync({ key: 'app:' + key });
  return res.data ? JSON.parse(res.data) : null;
}

export function setLocal(key, value) {
  my.setStorageSync({ key: 'app:' + key, data: JSON.stringify(value) });
}
