import { track } from '../../utils/track';

Component({
  props: {},
  methods: {
    onOk(e) {
      this.props.onOk(e);
    },
    // says nothing itself: who uses it has to
    onNo(e) {
      console.log('refused', e);
      track('auth_refused', { at: 'phone' });
      my.hideLoading();
      if (this.props.onFail) {
        this.props.onFail(e);
      }
    },
  },
});
