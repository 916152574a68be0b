const bus = require('../../lib/bus');

Component({
  methods: {
    agreed() {
      bus.emit('login');
    },
    refused(e) {
      bus.emit('guest', e.detail.errorMessage.trim());
    },
  },
});
