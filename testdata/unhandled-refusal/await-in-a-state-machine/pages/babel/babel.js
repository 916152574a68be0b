var _regenerator = _interopRequireDefault(require("@babel/runtime/regenerator"));
var _asyncToGenerator2 = _interopRequireDefault(require("@babel/runtime/helpers/asyncToGenerator"));
function _interopRequireDefault(obj) { return obj && obj.__esModule ? obj : { default: obj }; }
Page({
  data: { nombre: '', canUse: my.canIUse('button.open-type.getAuthorize') },
  sinPermiso: function sinPermiso() {
    my.navigateTo({ url: '/pages/formulario/formulario' });
  },
  alAceptar: function () {
    var _alAceptar = (0, _asyncToGenerator2.default)( /*#__PURE__*/_regenerator.default.mark(function _callee() {
      var res, i;
      return _regenerator.default.wrap(function _callee$(_context) {
        while (1) {
          switch (_context.prev = _context.next) {
            case 0:
              i = 0;
            case 1:
              if (!(i < 3)) {
                _context.next = 9;
                break;
              }
              _context.next = 4;
              return my.getOpenUserInfo(); //~ unhandled-refusal
            case 4:
              res = _context.sent;
              this.setData({ nombre: JSON.parse(res.response).response.nickName }); //~ unchecked-response-code
            case 6:
              i++;
              _context.next = 1;
              break;
            case 9:
            case "end":
              return _context.stop();
          }
        }
      }, _callee, this);
    }));
    function alAceptar() {
      return _alAceptar.apply(this, arguments);
    }
    return alAceptar;
  }(),
  conCuidado: function () {
    var _conCuidado = (0, _asyncToGenerator2.default)( /*#__PURE__*/_regenerator.default.mark(function _callee2() {
      var res, _JSON$parse$response, code, nickName;
      return _regenerator.default.wrap(function _callee2$(_context2) {
        while (1) {
          switch (_context2.prev = _context2.next) {
            case 0:
              _context2.prev = 0;
              _context2.next = 3;
              return my.getOpenUserInfo();
            case 3:
              res = _context2.sent;
              _JSON$parse$response = JSON.parse(res.response).response, code = _JSON$parse$response.code, nickName = _JSON$parse$response.nickName;
              if (code === '10000') this.setData({ nombre: nickName });
              _context2.next = 11;
              break;
            case 8:
              _context2.prev = 8;
              _context2.t0 = _context2["catch"](0);
              this.sinPermiso(_context2.t0);
            case 11:
            case "end":
              return _context2.stop();
          }
        }
      }, _callee2, this, [[0, 8]]);
    }));
    function conCuidado() {
      return _conCuidado.apply(this, arguments);
    }
    return conCuidado;
  }(),
});
