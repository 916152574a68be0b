module.exports = { later: '您可以稍后再加入' };
