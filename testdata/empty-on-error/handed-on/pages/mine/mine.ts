Page({
  data: { alias: '' },

  alAceptar(): void {
    my.showToast({ content: 'Gracias' });
  },

  async alRechazar(): Promise<void> {
    const { confirm } = await my.confirm({ content: '¿Prefiere escribir su alias?' });
    if (confirm) console.log('sí');
  },
});
