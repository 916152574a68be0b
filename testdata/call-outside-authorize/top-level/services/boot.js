const listeners = [];

function warm() {
  my.getOpenUserInfo({
    //~^ call-outside-authorize: at the launch
    //~^^ prompt-at-launch
    success: (res) => {
      const user = JSON.parse(res.response).response;
      if (user.code === '10000') listeners.forEach((listener) => listener(user.nickName));
    },
    fail: () => my.showToast({ content: '获取失败' }),
  });
}

warm();

export default (listener) => listeners.push(listener);
