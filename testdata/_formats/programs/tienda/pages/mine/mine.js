import { leerPerfil } from '../../utils/perfil';

Page({
  data: { can: my.canIUse('button.open-type.getAuthorize'), apodo: '' },
  onOk() {
    leerPerfil((apodo) => this.setData({ apodo }));
  },
  onNo() {
    my.showToast({ content: '没有授权也可以继续浏览' });
  },
});
