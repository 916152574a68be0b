Page({
  data: { oculto: true, alias: '' },

  onLoad(): void {
    const poner = this.setData!.bind(this);
    const cambios: Record<string, unknown> = {};
    cambios['oculto'] = !my.canIUse('button.open-type.getAuthorize');
    poner(cambios);
  },

  alAceptar(): void {
    my.getOpenUserInfo({
      success: (res) => {
        const { response } = JSON.parse(res.response);
        if (response.code === '10000') this.setData!({ alias: response.nickName });
      },
      fail: () => this.alRechazar(),
    });
  },

  alRechazar(): void {
    my.showToast({ content: 'Puede escribirlo' });
  },
});
