import { themed } from 'sheet-core';

Component({
  data: themed({ visible: false }),
  methods: {
    show() { this.setData({ visible: true }) },
    hide() { this.setData({ visible: false }) },
  },
});
