let next = 0

/* 数据基类：加载、生命周期回调 */
class BaseData {
  constructor(option) {
    this.option = option
    this.life = {}
    this.onLife('bound', () => {
      this.load()
    })
    if (this.option.auto) this.load()
    if (this.option.immediate && this.option.once) {
      this.onLife('ready', { data: () => this.load(), immediate: true })
    }
  }

  onLife(name, data) {
    if (!this.life[name]) this.life[name] = {}
    if (typeof data === 'function') {
      data = { data: data }
    }
    if (!data.id) { data.id = next++ }
    this.life[name][data.id] = data
    if (data.immediate) data.data.call(this)
    return data.id
  }

  trigger(name) {
    for (const id in this.life[name]) this.life[name][id].data.call(this)
  }

  load() {
    return this.getData()
  }
}

export default BaseData
