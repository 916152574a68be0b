export const ordenar = (parametros) => Object.keys(parametros).sort();
