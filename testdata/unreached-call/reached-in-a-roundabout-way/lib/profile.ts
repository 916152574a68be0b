export default class Profile {
  static shared = new Profile();

  read(done: (name: string) => void): void {
    my.getOpenUserInfo({
      success: (res) => {
        const info = JSON.parse(res.response).response;
        if (info.code === '10000') done(info.nickName);
      },
      fail: () => my.showToast({ content: '也可以手动填写昵称' }),
    });
  }
}
