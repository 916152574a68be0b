const base = {
  onLoad() { this.setData({ abierto: true }); },
};

// sin cartera: el usuario escribe sus datos
export default {
  ...base,
  onReady() { this.setData({ visto: true }); },
  pedirTelefono() { this.setData({ escribir: true }); },
  leerNombre() { this.setData({ escribir: true }); },
};
