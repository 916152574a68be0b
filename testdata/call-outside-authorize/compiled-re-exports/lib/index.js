"use strict";

Object.defineProperty(exports, "__esModule", {
  value: true
});
var _exportNames = {
  bindPhone: true,
  formatPhone: true
};
Object.defineProperty(exports, "bindPhone", {
  enumerable: true,
  get: function get() {
    return _phone.bindPhone;
  }
});
Object.defineProperty(exports, "formatPhone", {
  enumerable: true,
  get: function get() {
    return _phone.formatPhone;
  }
});
var _phone = require("./phone");
var _profile = require("./profile");
Object.keys(_profile).forEach(function (key) {
  if (key === "default" || key === "__esModule") return;
  if (Object.prototype.hasOwnProperty.call(_exportNames, key)) return;
  if (key in exports && exports[key] === _profile[key]) return;
  Object.defineProperty(exports, key, {
    enumerable: true,
    get: function get() {
      return _profile[key];
    }
  });
});
