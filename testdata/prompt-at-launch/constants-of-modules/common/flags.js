module.exports = { askAtStart: false, greet: true };
