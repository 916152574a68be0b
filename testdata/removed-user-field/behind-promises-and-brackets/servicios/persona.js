const SALUDOS = { m: 'Estimado', f: 'Estimada' };

exports.leer = function () {
  return new Promise(function (resolve, reject) {
    my.getOpenUserInfo({
      fail: reject,
      success: function ({ response: texto }) {
        var persona = JSON.parse(texto).response;
        if (persona['code'] != '10000') return reject(persona.subMsg);
        console.log(SALUDOS[persona.gender], persona['countryCode']); //~ removed-user-field: `gender` //~ removed-user-field
        resolve(persona);
      },
    });
  });
};
