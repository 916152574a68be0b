export default Mixin({
  methods: {
    leerNombre() {
      my.getOpenUserInfo({ //~ call-outside-authorize: from the handler `onTap`
        success: (res) => {
          const perfil = JSON.parse(res.response).response;
          if (perfil.code === '10000') this.setData({ nombre: perfil.nickName });
        },
        fail: () => my.showToast({ content: '获取失败，请手动填写' }),
      });
    },
  },
});
