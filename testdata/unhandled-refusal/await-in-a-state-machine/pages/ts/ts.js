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
var __generator = (this && this.__generator) || function (thisArg, body) {
    var _ = { label: 0, sent: function() { if (t[0] & 1) throw t[1]; return t[1]; }, trys: [], ops: [] }, f, y, t, g;
    return g = { next: verb(0), "throw": verb(1), "return": verb(2) }, typeof Symbol === "function" && (g[Symbol.iterator] = function() { return this; }), g;
    function verb(n) { return function (v) { return step([n, v]); }; }
    function step(op) { if (f) throw new TypeError("Generator is already executing."); while (_) try { op = body.call(thisArg, _); } catch (e) { op = [6, e]; y = 0; } finally { f = t = 0; } if (op[0] & 5) throw op[1]; return { value: op[0] ? op[1] : void 0, done: true }; }
};
Page({
    data: { nombre: '', canUse: my.canIUse('button.open-type.getAuthorize') },
    sinPermiso: function () {
        my.navigateTo({ url: '/pages/formulario/formulario' });
    },
    alAceptar: function () {
        return __awaiter(this, void 0, void 0, function () {
            var res, respuesta;
            return __generator(this, function (_a) {
                switch (_a.label) {
                    case 0:
                        if (!this.data.canUse) return [3 /*break*/, 2];
                        return [4 /*yield*/, my.getOpenUserInfo()]; //~ unhandled-refusal
                    case 1:
                        res = _a.sent();
                        respuesta = JSON.parse(res.response).response;
                        this.setData({ nombre: respuesta.nickName, id: respuesta.userId }); //~ unchecked-response-code //~ identity-from-user-info
                        return [3 /*break*/, 3];
                    case 2:
                        this.sinPermiso();
                        _a.label = 3;
                    case 3: return [2 /*return*/];
                }
            });
        });
    },
    conCuidado: function () {
        return __awaiter(this, void 0, void 0, function () {
            var res, respuesta, error_1;
            return __generator(this, function (_a) {
                switch (_a.label) {
                    case 0:
                        _a.trys.push([0, 2, , 3]);
                        return [4 /*yield*/, my.getOpenUserInfo()];
                    case 1:
                        res = _a.sent();
                        respuesta = JSON.parse(res.response).response;
                        if (respuesta.code === '10000') {
                            this.setData({ nombre: respuesta.nickName });
                        }
                        return [3 /*break*/, 3];
                    case 2:
                        error_1 = _a.sent();
                        this.sinPermiso();
                        return [3 /*break*/, 3];
                    case 3: return [2 /*return*/];
                }
            });
        });
    },
});
