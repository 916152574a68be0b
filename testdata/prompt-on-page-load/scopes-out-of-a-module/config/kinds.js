import legacy from './legacy';

// Un módulo que importa y aun así exporta como antes.
exports.MEMBER = 'user';
exports.all = legacy.list;
