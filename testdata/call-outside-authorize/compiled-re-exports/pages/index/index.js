var _lib = require("../../lib/index");

Page({
  data: { nombre: '' },

  alPulsar: function alPulsar() {
    var pagina = this;
    (0, _lib.askProfile)(function (nombre) { pagina.setData({ nombre: nombre }); });
  },
});
