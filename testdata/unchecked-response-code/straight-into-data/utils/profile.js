export function fetchProfile() {
  return new Promise((resolve, reject) => {
    my.getOpenUserInfo({
      success: (res) => resolve(JSON.parse(res.response).response),
      fail: reject,
    });
  });
}
