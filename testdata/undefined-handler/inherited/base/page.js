export default class BasePage {
  constructor() {
    this.data = { canAsk: my.canIUse('button.open-type.getAuthorize') };
  }

  onRefuse() {
    my.showToast({ content: 'Puede seguir sin autorizar' });
  }
}
