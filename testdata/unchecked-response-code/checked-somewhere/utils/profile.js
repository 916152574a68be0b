const isOk = ({ code }) => code === '10000';

export function fetchProfile() {
  return new Promise((resolve, reject) => {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response;
        isOk(info) ? resolve(info) : reject(new Error(info.subMsg));
      },
      fail: reject,
    });
  });
}
