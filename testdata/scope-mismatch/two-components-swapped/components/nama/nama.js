const { ambilNomor } = require('../../lib/akun');

Component({
  props: { onGagal() {} },
  methods: {
    ambil() {
      ambilNomor().then((sandi) => this.setData({ sandi }), () => this.gagal());
    },
    gagal() {
      this.props.onGagal();
    },
  },
});
