module.exports = {
  track: function (name) {
    my.reportAnalytics(name, {});
  },
};
