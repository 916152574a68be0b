const fs = require('fs');
const { appSecret } = require('./claves');

module.exports = (archivo) => ({ cuerpo: fs.readFileSync(archivo), appSecret });
