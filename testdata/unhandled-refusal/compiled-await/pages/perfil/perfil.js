"use strict";
var __awaiter = (this && this.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
var _asyncToGenerator2 = _interopRequireDefault(require("@babel/runtime/helpers/asyncToGenerator"));
function _interopRequireDefault(obj) { return obj && obj.__esModule ? obj : { default: obj }; }
Page({
    data: { nombre: '', canUse: my.canIUse('button.open-type.getAuthorize') },
    sinPermiso() {
        my.navigateTo({ url: '/pages/formulario/formulario' });
    },
    alAceptar() {
        return __awaiter(this, void 0, void 0, function* () {
            const res = yield my.getOpenUserInfo(); //~ unhandled-refusal
            const { code, nickName, userId } = JSON.parse(res.response).response; //~ identity-from-user-info
            if (code === '10000')
                this.setData({ nombre: nickName, id: userId });
        });
    },
    conCuidado() {
        return __awaiter(this, arguments, void 0, function* (evento, intentos = 1) {
            try {
                const res = yield my.getOpenUserInfo();
                const { code, nickName } = JSON.parse(res.response).response;
                if (code === '10000')
                    this.setData({ nombre: nickName });
            }
            catch (error) {
                this.sinPermiso();
            }
        });
    },
    conBabel() {
        var _this = this;
        return (0, _asyncToGenerator2.default)(function* () {
            const res = yield my.getOpenUserInfo(); //~ unhandled-refusal
            _this.setData({ nombre: JSON.parse(res.response).response.nickName }); //~ unchecked-response-code
        })();
    },
});
