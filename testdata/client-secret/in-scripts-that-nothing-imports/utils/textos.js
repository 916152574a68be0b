export const titulo = 'Seguros 保险';
