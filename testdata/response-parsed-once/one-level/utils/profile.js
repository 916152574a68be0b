export const open = (res) => JSON.parse(res.response);

export function fetchProfile() {
  return new Promise((resolve, reject) => {
    my.getOpenUserInfo({
      success: (res) => resolve(JSON.parse(res.response)),
      fail: reject,
    });
  });
}
