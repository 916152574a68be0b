import { put } from '../../common/put';

Component({
  props: { texto: '' },
  data: { pulsado: false },
  methods: {
    pulsar() { put(this, { pulsado: true }); },
  },
});
