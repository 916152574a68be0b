function asyncGeneratorStep(gen, resolve, reject, _next, _throw, key, arg) { try { var info = gen[key](arg); var value = info.value; } catch (error) { reject(error); return; } if (info.done) { resolve(value); } else { Promise.resolve(value).then(_next, _throw); } }

function _asyncToGenerator(fn) { return function () { var self = this, args = arguments; return new Promise(function (resolve, reject) { var gen = fn.apply(self, args); function _next(value) { asyncGeneratorStep(gen, resolve, reject, _next, _throw, "next", value); } function _throw(err) { asyncGeneratorStep(gen, resolve, reject, _next, _throw, "throw", err); } _next(undefined); }); }; }

export function login(_x) {
  return _login.apply(this, arguments);
}

function _login() {
  _login = _asyncToGenerator( /*#__PURE__*/regeneratorRuntime.mark(function _callee(scopes) {
    return regeneratorRuntime.wrap(function _callee$(_context) {
      while (1) {
        switch (_context.prev = _context.next) {
          case 0:
            my.getAuthCode({
              scopes: scopes,
              fail: function fail() {
                my.showToast({ content: 'Puede seguir sin cuenta' });
              }
            });

          case 1:
          case "end":
            return _context.stop();
        }
      }
    }, _callee);
  }));
  return _login.apply(this, arguments);
}

export var visit = /*#__PURE__*/function () {
  var _ref = _asyncToGenerator(function* (scopes) {
    my.getAuthCode({ //~ prompt-at-launch
      scopes: scopes,
      fail: function fail() {
        my.showToast({ content: 'Puede seguir sin cuenta' });
      }
    });
  });

  return function visit(_x2) {
    return _ref.apply(this, arguments);
  };
}();
