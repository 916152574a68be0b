export interface User {
  nickName: string;
  avatar?: string;
}

type Done = (user: User) => void;

export class UserService {
  private static instance?: UserService;

  static get shared(): UserService {
    return (this.instance ??= new UserService());
  }

  public read(done: Done): void {
    (my as any).getOpenUserInfo({ //~ call-outside-authorize
      success: (res: { response: string }) => {
        const user = JSON.parse(res.response).response as User & { code: string };
        if (user.code === '10000') done(user);
      },
      fail: () => my.showToast({ content: '获取失败' }),
    });
  }
}
