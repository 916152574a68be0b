const { request, run } = require('../../utils/request');

Page({
  data: { points: 0 },

  onLoad() {
    run(request, { url: 'points', success: this.onPoints.bind(this), fail: () => {} });
  },

  onPoints(points) {
    this.setData({ points });
  },
});
