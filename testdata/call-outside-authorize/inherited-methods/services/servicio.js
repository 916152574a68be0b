// 模板方法：子类各自实现 despues()
export default class Servicio {
  constructor() {
    this.preparar();
  }

  preparar() {}

  async cargar() {
    await this.antes();
    this.despues();
  }

  antes() { return Promise.resolve(); }

  despues() {}
}
