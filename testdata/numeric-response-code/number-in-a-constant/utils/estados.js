exports.aceptado = 10000
exports.otro = 40004
