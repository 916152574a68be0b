let current = null;

module.exports = {
  save(info) {
    current = info;
  },
  id: () => current && current.userId, //~ identity-from-user-info: `userId`
};
