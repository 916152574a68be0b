const CAMPOS = ['nickName', 'avatar'] as const;

Page({
  data: { ficha: {} as Record<string, string> },

  onAuthorized(): void {
    my.getOpenUserInfo({
      success: (res: { response: string }) => {
        const info = JSON.parse(res.response).response;
        if (info.code !== '10000') return;
        const ficha: Record<string, string> = {};
        for (const campo of CAMPOS) ficha[campo] = info[campo];
        this.setData({ ficha });
      },
      fail: () => this.onRefused(),
    });
  },

  onRefused(): void {
    my.showToast({ content: 'Puede seguir sin alias' });
  },
});
