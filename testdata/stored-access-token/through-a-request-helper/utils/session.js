// What is handed over is judged where it is handed over.
export function remember(token) {
  my.setStorageSync({ key: 'token', data: token });
}
