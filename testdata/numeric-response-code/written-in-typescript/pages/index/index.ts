import { isGranted, type UserInfo } from '../../services/user-info';

Page({
  data: { alias: '' as string },

  async onAuthorized(): Promise<void> {
    const res = (await my.getOpenUserInfo().catch(() => null)) as { response: string } | null;
    if (!res) return this.onRefused();
    const info = (JSON.parse(res.response) as { response: UserInfo }).response;
    const alias = (info?.code as unknown as number) === 10_000 ? info!.nickName : ''; //~ numeric-response-code: number `10_000`
    if (isGranted(info)) this.setData!({ alias });
  },

  onRefused(): void {
    my.showToast({ content: 'Puede escribir su alias' });
  },
});
