import { datos, type Datos } from '../../lib/datos';

Page({
  data: { alias: '' },

  async alAceptar(): Promise<void> {
    let leidos: Datos | undefined;
    try {
      leidos = await datos();
    } catch {
      return this.alRechazar();
    }
    const alias = leidos?.nickName ?? ''; //~ response-parsed-once: `nickName` is read from the outer object
    this.setData({ alias, ...(leidos!.avatar ? { foto: true } : {}) }); //~ response-parsed-once: `avatar`
  },

  alRechazar(): void {
    my.showToast({ content: 'Puede escribir su alias' });
  },
});
