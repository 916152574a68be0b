Page({
  data: () => ({ boton: { title: 'Aceptar', checked: true }, rechazado: false }),
  elegir() {},
  enviar() {},
});
