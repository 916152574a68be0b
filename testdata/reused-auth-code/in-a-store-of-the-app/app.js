import Store from './utils/store';

App({
  globalData: new Store({ env: 'prod', ciudad: 'Montevideo' }),
});
