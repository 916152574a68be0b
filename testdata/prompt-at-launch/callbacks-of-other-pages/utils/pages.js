export const current = { page: null };

export function keep(page) {
  current.page = page;
}
