const getSetting = () => new Promise((success, fail) => my.getSetting({ success, fail }));

/** Whether the user has granted `scope`. */
export const isGranted = async (scope) => {
  const { authSetting } = await getSetting();
  return !!(authSetting && authSetting[scope]);
};

export function withGrant(cb) {
  my.getSetting({
    success: (res) => cb(res.authSetting.userInfo === true),
    fail: () => cb(false),
  });
}

// 已授权才 resolve
export const ensureGranted = () =>
  new Promise((resolve, reject) => {
    my.getSetting({
      success(res) {
        if (Boolean(res.authSetting.userInfo)) {
          resolve();
        } else {
          reject(new Error('未授权'));
        }
      },
      fail: reject,
    });
  });

export const wasAsked = () =>
  new Promise((resolve) => my.getSetting({ success: () => resolve(true), fail: () => resolve(false) }));

export const isMissing = async () => !(await getSetting()).authSetting.userInfo;
