import { createPage } from '../../utils/page'

const ask = (scopes) => my.getAuthCode({ //~ prompt-at-launch: auth_zhima
  scopes,
  success: ({ authCode }) => my.request({ url: 'https://api.example.com/entrar', data: { authCode } }),
  fail: () => my.showToast({ content: '可以先浏览' }),
})

Page(createPage({
  data: { nombre: '' },
  entrar() { ask('auth_user') },
}, {
  load() { ask('auth_zhima') },
  share() { ask('auth_user') },
}))
