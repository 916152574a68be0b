export function locate() {
  return new Promise((resolve, reject) => {
    my.getLocation({ success: resolve, fail: reject }); //~ device-permission-at-launch: from `onShow`
  });
}
