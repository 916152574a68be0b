import { put } from '../common/put';

export default Mixin({
  data: { inited: false },

  methods: {
    enter() {
      put(this, { inited: true });
    },
  },
});
