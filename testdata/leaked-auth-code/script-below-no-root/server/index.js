// Runs on the server, where the secret belongs.
const settings = { clientSecret: 'Qm83fGh5KtW2yRx7ZpVd9LnB' };

module.exports = (code) => {
  console.log(code);
  return `${code}.${settings.clientSecret}`;
};
