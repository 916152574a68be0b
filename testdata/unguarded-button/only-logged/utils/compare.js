// Compara dos versiones: "1.16.4" y "2.0".
module.exports = (left, right) => {
  const [a, b] = [left, right].map((it) => it.split('.').map(Number));
  for (let at = 0; at < 3; at += 1) {
    const diff = (a[at] || 0) - (b[at] || 0);
    if (diff) return diff;
  }
  return 0;
};
