export function readUser() {
  my.getOpenUserInfo({ //~ unreached-call
    success: (res) => console.log(JSON.parse(res.response).response.code === '10000'),
    fail: () => my.showToast({ content: '获取失败' }),
  });
}

export const hello = () => '你好';
