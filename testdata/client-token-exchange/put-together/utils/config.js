export const BASE = 'https://open.example.com/v1';
export const OWN = 'https://api.tienda.example';
