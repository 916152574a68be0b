/** 获取头像和昵称；用户没有授权时返回 null。 */
export function fetchProfile() {
  return new Promise((resolve) => {
    my.getOpenUserInfo({
      success: (res) => {
        const user = JSON.parse(res.response).response;
        resolve(user.code === '10000' ? { name: user.nickName, avatar: user.avatar } : null);
      },
      fail: () => resolve(null),
    });
  });
}
//~^^^^^^^^^ call-outside-authorize

/** The answer of `my.getPhoneNumber`; only our server can read it. */
export function fetchPhone() {
  return new Promise((resolve) => {
    my.getPhoneNumber({
      success: (res) => resolve(res.response),
      fail: () => resolve(null),
    });
  });
}
