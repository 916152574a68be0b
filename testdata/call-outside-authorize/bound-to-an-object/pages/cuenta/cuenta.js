import usuario from '../../stores/usuario';

function pedir() {
  this.entrar();
}

const pagina = {
  data: { nombre: '', telefono: '' },

  onLoad: usuario.iniciar.bind(usuario),
  actualizar: usuario.actualizar.bind(usuario),

  // la página tiene su propia entrada, que solo se abre con un toque
  entrar() {
    my.getAuthCode({
      scopes: 'auth_user',
      success: () => this.setData({ nombre: '会员' }),
      fail: () => my.showToast({ content: '登录失败，可以先浏览' }),
    });
  },
};

pagina.vincular = pedir.bind(null);

Page(pagina);
