import * as plugins from './plugins/index'

App({
  onLaunch() {
    for (const name in plugins.always) {
      if (plugins.always.hasOwnProperty(name)) plugins.always[name].install(this)
    }
    Object.keys(plugins.lazy).forEach((name) => {
      const plugin = plugins.lazy[name]
      if (plugin.eager) plugin.install(this)
    })
  },
})
