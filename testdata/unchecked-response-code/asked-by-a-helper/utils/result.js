const GOOD = ['10000'];

module.exports = {
  isGood: (info) => GOOD.includes(info.code),
  guard(info) {
    const { subCode, ...rest } = info;
    if (subCode) throw new Error(subCode);
    return rest;
  },
};
