export function alRechazar() {
  my.showToast({ content: 'Puede escribirlo a mano' });
}

export function alAceptar() {
  my.showToast({ content: 'Gracias' });
}
