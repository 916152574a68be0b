"use strict";
var __assign = (this && this.__assign) || function () {
    __assign = Object.assign || function(t) {
        for (var s, i = 1, n = arguments.length; i < n; i++) {
            s = arguments[i];
            for (var p in s) if (Object.prototype.hasOwnProperty.call(s, p))
                t[p] = s[p];
        }
        return t;
    };
    return __assign.apply(this, arguments);
};
function _define_property(obj, key, value) {
    if (key in obj) {
        Object.defineProperty(obj, key, { value: value, enumerable: true, configurable: true, writable: true });
    } else obj[key] = value;
    return obj;
}
function _object_spread(target) {
    for(var i = 1; i < arguments.length; i++){
        var source = arguments[i] != null ? arguments[i] : {};
        var ownKeys = Object.keys(source);
        if (typeof Object.getOwnPropertySymbols === "function") {
            ownKeys = ownKeys.concat(Object.getOwnPropertySymbols(source).filter(function(sym) {
                return Object.getOwnPropertyDescriptor(source, sym).enumerable;
            }));
        }
        ownKeys.forEach(function(key) {
            _define_property(target, key, source[key]);
        });
    }
    return target;
}
var track = require("../../utils/track.js");
var avisos = { avisar: function() { my.showToast({ content: "Puede escribir su nombre" }); } };
Page(__assign({}, track, _object_spread({}, avisos, {
    saludar: function() {
        var avisar = this.avisar;
        my.getOpenUserInfo({ //~ call-outside-authorize: onTap
            success: function(res) {
                var info = JSON.parse(res.response).response;
                if (info.code === "10000") { my.alert({ content: info.nickName }); }
            },
            fail: function() { avisar(); }
        });
    }
})));
