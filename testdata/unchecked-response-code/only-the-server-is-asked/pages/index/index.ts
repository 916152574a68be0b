Page({
  data: { alias: '', foto: '' },

  alAceptar(): void {
    my.getOpenUserInfo({
      success: ({ response: texto }: { response: string }) => {
        const { response: info } = JSON.parse(texto);
        const alias: string = info.nickName; //~ unchecked-response-code: `nickName`
        my.request({
          url: 'https://api.example.com/socios',
          data: { alias },
          success: (res: any) => {
            // 服务端的 code 与授权结果的 code 无关
            if (res.data.code === '10000') this.setData({ alias, foto: info['avatar'] });
          },
        });
      },
      fail: () => this.alRechazar(),
    });
  },

  alRechazar(): void {
    my.showToast({ content: 'Puede escribir su alias' });
  },
});
