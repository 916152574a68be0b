import user from '../../data/user'
import direcciones from '../../data/direcciones'
import cupones from '../../data/cupones'

Page({
  entrar() { user.load() },
  abrir() {
    direcciones.trigger('bound')
    cupones.load()
    my.navigateTo({ url: '/pages/direccion/direccion' })
  },
})
