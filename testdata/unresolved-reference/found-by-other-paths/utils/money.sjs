export default { show: (price) => '$' + price };
