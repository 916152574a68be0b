const cache = { name: '' };

export async function profile(read) {
  if (cache.name) return cache.name;
  cache.name = await read();
  return cache.name;
}

export const fromWallet = () => new Promise((resolve, reject) => {
  my.getOpenUserInfo({
    success: (res) => {
      const user = JSON.parse(res.response).response;
      if (user.code === '10000') resolve(user.nickName);
      else reject(user);
    },
    fail: reject,
  });
});

export const fromServer = () => new Promise((resolve, reject) => {
  my.request({ url: 'https://api.example.com/me', success: ({ data }) => resolve(data.name), fail: reject });
});
