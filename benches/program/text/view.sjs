const active = (chosen, own) => (chosen === own ? 'sku active' : 'sku');
export default { active };
