const { leer } = require('../../servicios/persona');

interface Persona { nickName: string; city?: string }

Page({
  data: { persona: {} as Partial<Persona> },

  alAceptar(): void {
    leer()
      .then((persona: Persona) => this.setData({ persona }))
      .catch(() => this.alRechazar());
  },

  alRechazar(): void {
    my.showToast({ content: 'Puede escribir su alias' });
  },
});
