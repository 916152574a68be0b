"use strict";

Object.defineProperty(exports, "__esModule", { value: true });
exports.askProfile = askProfile;
exports.askAgain = void 0;
function askProfile(done) {
  my.getOpenUserInfo({ //~ call-outside-authorize: from the handler `onTap`
    success: function (res) {
      var perfil = JSON.parse(res.response).response;
      if (perfil.code === "10000") done(perfil.nickName);
    },
    fail: function () { my.showToast({ content: "Escriba su apodo" }); }
  });
}
