Component({
  props: { onNombre() {}, onFallo() {} },
  methods: {
    leer() {
      my.getOpenUserInfo({
        success: (res) => {
          const { response } = JSON.parse(res.response);
          if (response.code === '10000') this.props.onNombre(response.nickName);
        },
        fail: () => this.props.onFallo(),
      });
    },
    fallo() {
      this.props.onFallo();
    },
  },
});
