const NOMBRES = ['button.open-type.getAuthorize', 'getOpenUserInfo'];

export const admite = NOMBRES.every((nombre) => my.canIUse(nombre));
