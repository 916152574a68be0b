import telefono from '../../mixins/telefono';
import apodo from '../../mixins/apodo';

Component({
  mixins: [ telefono, apodo ],
  data: { telefono: '', apodo: '' },

  // los ganchos de los mixins se ejecutan todos, además del propio
  didMount() {
    this.pedirTelefono();
  },

  methods: {
    pedirTelefono() {
      my.getStorage({ key: 'telefono', success: ({ data }) => this.setData({ telefono: data }) });
    },
  },
});
