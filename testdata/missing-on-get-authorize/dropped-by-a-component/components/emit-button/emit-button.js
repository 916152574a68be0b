import { hand } from '../../utils/hand';

Component({
  props: { openType: '', scope: '' },
  methods: {
    handle(e) {
      hand(this, e);
    },
  },
});
