import login from './login'
import cuenta from './cuenta'

export const always = {
  log: { install(app) { app.log = (text) => console.info(text) } },
  login,
}

// 用到时才安装
export const lazy = { cuenta }
