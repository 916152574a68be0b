const KEY = 'ditanya';

export function wasAsked(page) {
  return (my.getStorageSync({ key: KEY }).data || []).includes(page);
}

export function markAsked(page) {
  const all = my.getStorageSync({ key: KEY }).data || [];
  my.setStorageSync({ key: KEY, data: [...all, page] });
}

export const today = () => new Date().toDateString();
