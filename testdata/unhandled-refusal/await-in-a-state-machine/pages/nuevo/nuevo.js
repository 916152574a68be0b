var _regenerator = _interopRequireDefault(require("@babel/runtime/helpers/regenerator"));
var _asyncToGenerator2 = _interopRequireDefault(require("@babel/runtime/helpers/asyncToGenerator"));
function _interopRequireDefault(e) { return e && e.__esModule ? e : { default: e }; }
Page({
  data: { nombre: '', canUse: my.canIUse('button.open-type.getAuthorize') },
  sinPermiso() {
    my.navigateTo({ url: '/pages/formulario/formulario' });
  },
  alAceptar() {
    var _this = this;
    return (0, _asyncToGenerator2.default)(/*#__PURE__*/(0, _regenerator.default)().m(function _callee() {
      var res, _t;
      return (0, _regenerator.default)().w(function (_context) {
        while (1) switch (_context.p = _context.n) {
          case 0:
            _context.p = 0;
            _context.n = 1;
            return my.getOpenUserInfo();
          case 1:
            res = _context.v;
            _this.setData({ nombre: JSON.parse(res.response).response.nickName }); //~ unchecked-response-code
            _context.n = 3;
            break;
          case 2:
            _context.p = 2;
            _t = _context.v;
            _this.sinPermiso(_t);
          case 3:
            return _context.a(2);
        }
      }, _callee, null, [[0, 2]]);
    }))();
  },
});
