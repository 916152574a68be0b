// Cada página puede traer pasos propios.
export function createPage(option, hooks) {
  option.onLoad = function (query) {
    for (const key in hooks) {
      if (key === 'load') { hooks[key].call(this, query) }
    }
    Object.keys(this.steps || {}).forEach((key) => this.steps[key](query))
  }
  for (let key in option) {
    if (typeof option[key] === 'function') {
      const own = option[key]
      option[key] = function (...given) {
        return own.apply(this, given)
      }
    }
  }
  return option
}
